package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.order.Order;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.simulation.nodes.RumorNumbers;
import org.jspecify.annotations.Nullable;

/** Measures a run while it goes: its memory does not grow with messages. */
final class Recorder {
  private static final long HIGHEST_LATENCY_MICROS = 3_600_000_000L;

  private static final long MICROS_FACTOR = 0x9e3779b97f4a7c15L;
  private static final long LINK_FACTOR = 0xd1342543de82ef95L;

  /** One rumor's way. */
  private static final class Track {
    private static final char UNREACHED = 0;
    private static final char ORIGIN = 1;

    private final long bornMicros;
    private final int origin;

    /** For each node one more than the hop at which it got the rumor. */
    private final char[] hops;

    /** Who shows the rumor to readers, where that is not all the same as who has it. */
    private final BitSet shown = new BitSet();

    /** The same of dead nodes that may know it again; null if there has been none. */
    private char @Nullable [] formerHops;

    private int lastHop;

    /** How many nodes have the rumor now. */
    private int holders = 1;

    /** How many of them show it to readers. */
    private int showing = 1;

    private boolean originForgot;
    private boolean originHides;

    Track(long bornMicros, int origin, int nodeCount) {
      this.bornMicros = bornMicros;
      this.origin = origin;
      this.hops = new char[nodeCount];
    }

    /** A node dies that has the rumor, and may know it again. */
    void remember(int node) {
      if (formerHops == null) {
        formerHops = new char[hops.length];
      }
      formerHops[node] = hops[node];
    }

    /** Whether there is nothing left to do: all present show the rumor, or nobody has it. */
    boolean isSettled(int present) {
      return showing == present || holders == 0;
    }
  }

  private final int nodeCount;

  /** Whether readers are shown rumors in an order: then a rumor is at a node when it is shown. */
  private final boolean ordered;

  /** Whether nodes may know after their death what they knew before. */
  private final boolean durable;

  private final RumorNumbers rumors = new RumorNumbers();
  private final List<Track> tracks = new ArrayList<>();
  private final Histogram latency = new Histogram(HIGHEST_LATENCY_MICROS, 3);
  private final Loads loads;
  private Runnable onEverywhere = () -> {};
  private long messages;
  private long lost;
  private long duplicated;
  private long bytes;
  private long controlMessages;
  private long controlBytes;
  private long withheld;
  private long payloads;
  private long deliveries;
  private long lastMicros;
  private int unsettled;

  /** Who is not there now. */
  private final BitSet dead = new BitSet();

  private int present;

  private long lastSentMicros = -1;
  private long deliveryHash;

  Recorder(int nodeCount) {
    this(nodeCount, Guarantees.NONE);
  }

  /** A recorder of nodes that guarantee something. */
  Recorder(int nodeCount, Guarantees guarantees) {
    this.nodeCount = nodeCount;
    this.ordered = guarantees.order() != Order.NONE;
    this.durable = guarantees.durable();
    this.present = nodeCount;
    loads = new Loads(nodeCount);
  }

  /** Does something whenever every rumor that has begun has come to be at every node. */
  void whenEverywhere(Runnable action) {
    onEverywhere = action;
  }

  /** Whether every rumor that has begun is at every node now, or died with those that had it. */
  boolean isEverywhere() {
    return unsettled == 0;
  }

  /** An envelope with so many rumors left for so many peers. */
  void sent(long micros, int from, int copies, int rumorCount) {
    messages += copies;
    payloads += (long) rumorCount * copies;
    loads.add(from, copies);
    lastSentMicros = micros;
  }

  /** An envelope with nothing of the strategy's left for so many peers. */
  void sentControl(int from, int copies) {
    messages += copies;
    controlMessages += copies;
    loads.add(from, copies);
  }

  /** So many rumors were in envelopes with nothing of the strategy's. */
  void carried(long rumorCount) {
    payloads += rumorCount;
  }

  /** So many bytes went onto the wire, some of them overlay's and detector's. */
  void sentBytes(int count, int control) {
    bytes += count;
    controlBytes += control;
  }

  /** An envelope did not leave, as its receiver was down to its sender. */
  void withheld() {
    withheld++;
  }

  /** An envelope will never arrive. */
  void lost() {
    lost++;
  }

  /** An envelope that was sent once will arrive twice. */
  void duplicated() {
    duplicated++;
  }

  /** An envelope arrived. */
  void received(int to) {
    loads.add(to, 1);
  }

  /** Reads what it takes for envelopes to arrive at nodes; returns any number. */
  int readLoadsAhead(int[] nodes, int count) {
    int read = 0;
    for (int i = 0; i < count; i++) {
      read += loads.readAhead(nodes[i]);
    }
    return read;
  }

  /** Reads what it takes for envelopes to bring nodes their first rumor; returns any number. */
  int readTracksAhead(int[] nodes, int[] senders, long[] news, int count) {
    int read = 0;
    for (int i = 0; i < count; i++) {
      Track track = tracks.get(rumors.of(news[i]));
      read += track.hops[nodes[i]] + track.hops[senders[i]];
    }
    return read;
  }

  /** A rumor is at a node, for the first time in the node's life. */
  void delivered(long micros, int node, int from, long rumor) {
    long link = (long) from << Integer.SIZE | node;
    deliveryHash =
        SeededRandom.mix(deliveryHash ^ (micros * MICROS_FACTOR + link * LINK_FACTOR + rumor));
    if (from == node) {
      rumors.register(rumor);
      Track track = new Track(micros, node, nodeCount);
      track.hops[node] = Track.ORIGIN;
      tracks.add(track);
      unsettled += track.isSettled(present) ? 0 : 1;
      return;
    }
    Track track = tracks.get(rumors.of(rumor));
    if (track.hops[node] == Track.UNREACHED) {
      int hop = track.hops[from];
      track.hops[node] = (char) Math.min(hop + 1, Character.MAX_VALUE);
      track.lastHop = Math.max(track.lastHop, hop);
      deliveries++;
      lastMicros = micros;
      if (!ordered) {
        latency.recordValue(Math.min(micros - track.bornMicros, HIGHEST_LATENCY_MICROS));
      }
      change(track, 1, ordered ? 0 : 1);
    } else if (track.hops[node] == Track.ORIGIN && track.originForgot) {
      comeBackToOrigin(track);
    }
  }

  /** A rumor is shown to the readers of a node, for the first time in the node's life. */
  void released(long micros, int node, long rumor) {
    Track track = tracks.get(rumors.of(rumor));
    lastMicros = micros;
    if (node != track.origin) {
      track.shown.set(node);
      latency.recordValue(Math.min(micros - track.bornMicros, HIGHEST_LATENCY_MICROS));
      change(track, 0, 1);
    } else if (track.originHides) {
      track.originHides = false;
      change(track, 0, 1);
    }
  }

  /** A rumor that was at a node before its death is there again. */
  void recovered(int node, long rumor) {
    Track track = tracks.get(rumors.of(rumor));
    if (track.hops[node] == Track.UNREACHED && track.formerHops != null) {
      track.hops[node] = track.formerHops[node];
      deliveries++;
      change(track, 1, ordered ? 0 : 1);
    } else if (track.hops[node] == Track.ORIGIN && track.originForgot) {
      comeBackToOrigin(track);
    }
  }

  private void comeBackToOrigin(Track track) {
    track.originForgot = false;
    track.originHides = ordered;
    change(track, 1, ordered ? 0 : 1);
  }

  private void change(Track track, int moreHold, int moreShow) {
    int before = track.isSettled(present) ? 0 : 1;
    track.holders += moreHold;
    track.showing += moreShow;
    unsettled += (track.isSettled(present) ? 0 : 1) - before;
    if (unsettled == 0) {
      onEverywhere.run();
    }
  }

  /** A node died, and forgot all that was delivered there. */
  void died(int node) {
    for (Track track : tracks) {
      if (track.hops[node] > Track.ORIGIN) {
        if (durable) {
          track.remember(node);
        }
        track.hops[node] = Track.UNREACHED;
        deliveries--;
        track.holders--;
        track.showing -= ordered && !track.shown.get(node) ? 0 : 1;
        track.shown.clear(node);
      } else if (track.hops[node] == Track.ORIGIN && !track.originForgot) {
        track.originForgot = true;
        track.holders--;
        track.showing -= track.originHides ? 0 : 1;
        track.originHides = false;
      }
    }
    present -= dead.get(node) ? 0 : 1;
    dead.set(node);
    recount();
  }

  /** A node that had died is back. */
  void cameBack(int node) {
    present += dead.get(node) ? 1 : 0;
    dead.clear(node);
    recount();
  }

  private void recount() {
    unsettled = (int) tracks.stream().filter(track -> !track.isSettled(present)).count();
    if (unsettled == 0) {
      onEverywhere.run();
    }
  }

  /** How far the run is. */
  Watch.SoFar soFar(long micros, long events) {
    return new Watch.SoFar(micros, events, messages, tracks.size(), deliveries);
  }

  Traffic traffic() {
    return new Traffic(
        messages,
        lost,
        duplicated,
        bytes,
        payloads,
        loads.all(),
        lastSentMicros,
        new Control(controlMessages, controlBytes, withheld));
  }

  Spread spread() {
    double meanLastHop = tracks.stream().mapToInt(track -> track.lastHop).average().orElse(0);
    return new Spread(
        tracks.size(), deliveries, due(), nodeCount, latency, lastMicros, meanLastHop);
  }

  /** Every rumor at every node that is there, but for its origin. */
  private long due() {
    return tracks.stream()
        .mapToLong(track -> (long) present - (dead.get(track.origin) ? 0 : 1))
        .sum();
  }

  /** A hash of who got what from whom, when. */
  long deliveryHash() {
    return deliveryHash;
  }
}
