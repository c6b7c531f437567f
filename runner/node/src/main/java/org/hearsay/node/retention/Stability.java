package org.hearsay.node.retention;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.node.log.RumorRanges;
import org.hearsay.node.retention.StabilityMessage.Knows;
import org.hearsay.node.retention.StabilityMessage.KnowsEnd;
import org.hearsay.node.retention.StabilityMessage.KnowsReceipt;
import org.hearsay.node.service.ServiceHost;
import org.jspecify.annotations.Nullable;

/**
 * What every member is known to have. Neighbors tell each other, of each member they have heard of,
 * the most that it is known to have, and only what is news to the neighbor as far as it has given a
 * receipt. So word of each member comes everywhere, and when nobody learns anything more, nobody
 * says anything.
 *
 * <p>How much is said depends on how often members speak of themselves, as that goes everywhere. A
 * node does it each {@link #CALM_MICROS}, and says less of itself than is true meanwhile, which
 * harms nobody who has room; while some member needs room it does it each {@link #INTERVAL_MICROS}.
 * News of others is passed on after {@link #GATHERING_MICROS}.
 */
final class Stability {
  /** How often a node speaks of itself while nobody needs room: late word must not expire. */
  static final long CALM_MICROS = 10_000_000;

  /** How often it does while some member needs room; how long it waits for a receipt at first. */
  static final long INTERVAL_MICROS = 1_000_000;

  /** How long news is gathered before it is passed on, also after a receipt for earlier news. */
  static final long GATHERING_MICROS = 200_000;

  /** How long it waits at most before it tells a neighbor again that gives no receipt. */
  static final long MOST_PATIENCE_MICROS = 64_000_000;

  /**
   * What a member is known to have. It only learns: of two that are told of one life, that which
   * says more is the later one.
   */
  private record Row(long life, Digest known, boolean urgent, long count) {
    Row(long life, Digest known, boolean urgent) {
      this(life, known, urgent, known.rumorCount());
    }

    boolean isNewerThan(@Nullable Row other) {
      return other == null || life > other.life || (life == other.life && count > other.count);
    }
  }

  /** What a neighbor knows of what others have, as far as that is certain. */
  private static final class Listener {
    private final Map<Integer, Row> knows = new HashMap<>();

    /** What it was told last, if there is no receipt yet. */
    private @Nullable Map<Integer, Row> told;

    private long number;
    private long againMicros;
    private long patienceMicros = INTERVAL_MICROS;

    void learn(int member, Row row) {
      if (row.isNewerThan(knows.get(member))) {
        knows.put(member, row);
      }
    }
  }

  private final ServiceHost host;

  private final BooleanSupplier needsRoom;

  /** Of each other member. */
  private final Map<Integer, Row> rows = new TreeMap<>();

  private final Map<Integer, Listener> listeners = new HashMap<>();

  /** What the node says of itself; null before it has said anything. */
  private @Nullable Row own;

  private long ownMicros;

  /** Whether the node has learned something since. */
  private boolean outdated;

  /** Whether some other member needs room. */
  private boolean urgent;

  private long numbers;
  private long dueMicros = Long.MAX_VALUE;

  /** What all members had when that was last found out, and who they were. */
  private RumorRanges common = RumorRanges.of(Digest.EMPTY);

  private int[] members = {};
  private boolean changed = true;
  private boolean reborn;

  Stability(ServiceHost host, BooleanSupplier needsRoom) {
    this.host = host;
    this.needsRoom = needsRoom;
  }

  /** Begins: all neighbors are told of this life, as they may remember more of an earlier one. */
  void start() {
    dueMicros = host.nowMicros() + host.random().nextLong(INTERVAL_MICROS / 4) + 1;
  }

  /** The node itself has learned something. */
  void learned() {
    outdated = true;
    if (own != null) {
      dueMicros = Math.min(dueMicros, ownDueMicros());
    }
  }

  /** When the node is to speak of itself again. */
  private long ownDueMicros() {
    long intervalMicros = urgent || needsRoom.getAsBoolean() ? INTERVAL_MICROS : CALM_MICROS;
    return Math.max(host.nowMicros(), ownMicros + intervalMicros);
  }

  /**
   * Finds out what all members have now; whether that may be less than before, as there are other
   * members, or one has begun anew.
   */
  boolean refresh() {
    boolean same = sameMembers();
    if (same && !changed) {
      return false;
    }
    boolean less = !same || reborn;
    common = intersection();
    changed = false;
    reborn = false;
    return less;
  }

  /** Whether every other member that is taken for alive was known to have a rumor then. */
  boolean isStable(long rumor) {
    return members.length == 0 || common.contains(rumor);
  }

  private boolean sameMembers() {
    Peers now = host.members();
    if (now.size() != members.length) {
      return false;
    }
    for (int i = 0; i < members.length; i++) {
      if (now.get(i) != members[i]) {
        return false;
      }
    }
    return true;
  }

  private RumorRanges intersection() {
    Peers now = host.members();
    members = new int[now.size()];
    RumorRanges shared = RumorRanges.of(Digest.EMPTY);
    for (int i = 0; i < members.length; i++) {
      members[i] = now.get(i);
      Row row = rows.get(members[i]);
      RumorRanges known = RumorRanges.of(row == null ? Digest.EMPTY : row.known);
      shared = i == 0 ? known : shared.and(known);
    }
    return shared;
  }

  /** Takes in a message; whether more is known now of what members have. */
  boolean receive(int from, StabilityMessage message) {
    Listener listener = listener(from);
    listener.patienceMicros = INTERVAL_MICROS;
    listener.againMicros = Math.min(listener.againMicros, host.nowMicros() + INTERVAL_MICROS);
    if (listener.told != null) {
      dueMicros = Math.min(dueMicros, listener.againMicros);
    }
    if (message instanceof Knows word) {
      return hear(from, word);
    }
    if (message instanceof KnowsEnd end) {
      host.send(from, new KnowsReceipt(end.number()));
    } else if (message instanceof KnowsReceipt receipt
        && listener.told != null
        && receipt.number() == listener.number) {
      listener.told.forEach(listener::learn);
      listener.told = null;
      listener.againMicros = Math.min(listener.againMicros, host.nowMicros() + GATHERING_MICROS);
      dueMicros = Math.min(dueMicros, listener.againMicros);
    }
    return false;
  }

  private Listener listener(int peer) {
    return listeners.computeIfAbsent(peer, unused -> new Listener());
  }

  private boolean hear(int from, Knows word) {
    Row row = new Row(word.life(), word.known(), word.urgent());
    Row before = rows.get(word.member());
    if (word.member() == from && before != null && row.life > before.life) {
      // It has begun anew, and has forgotten what it was told.
      listeners.put(from, new Listener());
    }
    listener(from).learn(word.member(), row);
    if (word.member() == host.id() || !row.isNewerThan(before)) {
      return false;
    }
    rows.put(word.member(), row);
    changed = true;
    reborn |= before != null && row.life > before.life;
    dueMicros = Math.min(dueMicros, host.nowMicros() + GATHERING_MICROS);
    return true;
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  long nextDeadlineMicros() {
    return dueMicros;
  }

  /** Tells neighbors what is news to them, if the time has come. */
  void fireTimers() {
    long now = host.nowMicros();
    if (now < dueMicros) {
      return;
    }
    Row mine = speakOfOneself();
    dueMicros = outdated ? ownDueMicros() : Long.MAX_VALUE;
    Peers neighbors = host.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      int peer = neighbors.get(i);
      Map<Integer, Row> news = newsTo(peer, mine);
      if (!news.isEmpty()) {
        Listener listener = listener(peer);
        if (now >= listener.againMicros) {
          tell(peer, listener, news);
        }
        dueMicros = Math.min(dueMicros, listener.againMicros);
      }
    }
  }

  /** What the node says of itself from now on: something new if it is time for that. */
  private Row speakOfOneself() {
    urgent = someNeedRoom();
    Row mine = own;
    if (mine == null || (outdated && ownDueMicros() <= host.nowMicros())) {
      mine = new Row(host.incarnation(), host.log().digest(), needsRoom.getAsBoolean());
      own = mine;
      ownMicros = host.nowMicros();
      outdated = false;
    }
    return mine;
  }

  private boolean someNeedRoom() {
    Peers now = host.members();
    for (int i = 0; i < now.size(); i++) {
      Row row = rows.get(now.get(i));
      if (row != null && row.urgent) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, Row> newsTo(int peer, Row mine) {
    Listener listener = listener(peer);
    Map<Integer, Row> news = new TreeMap<>();
    rows.forEach(
        (member, row) -> {
          if (member != peer && row.isNewerThan(listener.knows.get(member))) {
            news.put(member, row);
          }
        });
    if (mine.isNewerThan(listener.knows.get(host.id()))) {
      news.put(host.id(), mine);
    }
    return news;
  }

  private void tell(int peer, Listener listener, Map<Integer, Row> news) {
    news.forEach(
        (member, row) -> host.send(peer, new Knows(member, row.life, row.known, row.urgent)));
    host.send(peer, new KnowsEnd(++numbers));
    boolean again = listener.told != null;
    listener.patienceMicros =
        again ? Math.min(2 * listener.patienceMicros, MOST_PATIENCE_MICROS) : INTERVAL_MICROS;
    listener.told = news;
    listener.number = numbers;
    listener.againMicros = host.nowMicros() + listener.patienceMicros;
  }
}
