package org.hearsay.detectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingDetector;

/**
 * Node 0 of 100 with a detector: each step returns what it did, and timers fire in the order of
 * their deadlines as time passes.
 */
public final class SteppedDetector<M extends DetectorMessage> {
  private static final int NODE_COUNT = 100;

  /** How many timers may fire in one step. */
  private static final int PATIENCE = 10_000;

  private final RecordingDetector<M> node;
  private final Map<Integer, Long> deadlines = new TreeMap<>();

  private SteppedDetector(Detector<M> detector, int... links) {
    node = new RecordingDetector<>(detector, 0, NODE_COUNT, links);
  }

  /** A node that knows nobody but those it is linked to, at its start. */
  public static <M extends DetectorMessage> SteppedDetector<M> linked(
      Detector<M> detector, int... links) {
    SteppedDetector<M> stepped = new SteppedDetector<>(detector, links);
    stepped.note(stepped.node.start());
    return stepped;
  }

  /** A node in a group that all share, at its start. */
  public static <M extends DetectorMessage> SteppedDetector<M> grouped(
      Detector<M> detector, int... group) {
    SteppedDetector<M> stepped = new SteppedDetector<>(detector);
    stepped.note(stepped.node.watch(Peers.of(), Peers.of(group)));
    stepped.note(stepped.node.start());
    return stepped;
  }

  /** An envelope of a peer arrives. */
  @SafeVarargs
  @SuppressWarnings("varargs") // They are passed on, and only read.
  public final List<Effect> receive(int from, M... messages) {
    return note(node.receive(from, messages));
  }

  /** An envelope leaves for a peer. */
  public List<Effect> depart(int peer) {
    return note(node.depart(peer));
  }

  /** The links are others. */
  public List<Effect> watch(int... links) {
    return note(node.watch(links));
  }

  /** A peer has begun a new life, as somebody says. */
  public List<Effect> restart(int peer, long incarnation) {
    return note(node.restart(peer, incarnation));
  }

  /** A life of a peer becomes known. */
  public void live(int peer, long incarnation) {
    node.live(peer, incarnation);
  }

  /** Lets time pass, and the timers fire whose deadlines come: what all of them did. */
  public List<Effect> pass(long micros) {
    long end = node.nowMicros() + micros;
    List<Effect> all = new ArrayList<>();
    for (int i = 0; i < PATIENCE; i++) {
      OptionalInt due = due(end);
      if (due.isEmpty()) {
        node.advance(end - node.nowMicros());
        return all;
      }
      all.addAll(fire(due.getAsInt()));
    }
    throw new AssertionError("Timers fire without end at " + node.nowMicros());
  }

  /** Lets time pass until a timer has fired: what that one did. */
  public List<Effect> passTo(int timer) {
    for (int i = 0; i < PATIENCE; i++) {
      int next = due(Long.MAX_VALUE).orElseThrow();
      List<Effect> effects = fire(next);
      if (next == timer) {
        return effects;
      }
    }
    throw new AssertionError("Timer " + timer + " does not fire until " + node.nowMicros());
  }

  private OptionalInt due(long end) {
    int earliest = -1;
    for (Map.Entry<Integer, Long> timer : deadlines.entrySet()) {
      if (timer.getValue() <= end && (earliest < 0 || timer.getValue() < deadlines.get(earliest))) {
        earliest = timer.getKey();
      }
    }
    return earliest < 0 ? OptionalInt.empty() : OptionalInt.of(earliest);
  }

  private List<Effect> fire(int timer) {
    deadlines.remove(timer);
    return note(node.fire(timer));
  }

  private List<Effect> note(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Scheduled scheduled) {
        deadlines.put(scheduled.timer(), node.nowMicros() + scheduled.delayMicros());
      } else if (effect instanceof Effect.Cancelled cancelled) {
        deadlines.remove(cancelled.timer());
      }
    }
    return effects;
  }

  /** The time. */
  public long nowMicros() {
    return node.nowMicros();
  }

  /** Whether a timer is set. */
  public boolean hasTimer() {
    return node.hasTimer();
  }

  /** Whether a peer is down. */
  public boolean isDown(int peer) {
    return node.isDown(peer);
  }
}
