package org.hearsay.node.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.store.RumorStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps no more than some limits say, and lets the oldest rumors go.
 *
 * <p>A rumor <em>may go</em> when it is stable, as every member that is taken for alive has it; or
 * when it is overdue, as it has been here for {@link #GRACE_MICROS} longer than it has to, and some
 * member is silent or has no room for it. It goes once it is as old as the retention says; where
 * there are limits of number or memory, once there is no room for others. Rumors go in the order
 * they came in: one that may not go keeps those behind it for so long.
 *
 * <p>Where too much may not go, clients are refused first, from nine tenths of a limit on, so that
 * what began elsewhere still finds room; at the limit rumors of peers are turned away, and asked
 * for when there is room again. Of those nine tenths each node has its share for what begins at it,
 * so that the shares of all have room everywhere. Were it not so, two nodes could be full of what
 * the other has no room for, and wait for each other.
 */
public final class Retention implements Service {
  /** How long a rumor stays that somebody lacks, after it is old enough to go. */
  static final long GRACE_MICROS = 30_000_000;

  /** At a limit so much of it is let go at once: what is told to a store each time takes time. */
  private static final int BATCHES = 64;

  /** How many marks there are for the age of rumors. */
  private static final int MARKS = 256;

  private static final long NEVER = Long.MAX_VALUE;

  private final RetentionLimits limits;
  private final ServiceHost host;
  private final AppendOnlyLog log;
  private final RumorStore store;
  private final Room room;
  private final LongPredicate heldBack;
  private final LongConsumer collected;
  private final IntConsumer ask;
  private final Stability stability;
  private final Marks marks;

  /** All before this position may go. */
  private long settled;

  /** Peers whose rumors were turned away since there was room last. */
  private final Set<Integer> turnedAway = new TreeSet<>();

  /** When was last seen what may go, and went what was old enough. */
  private long releasedMicros;

  private long mostRetained;
  private long mostBytes;

  /**
   * The retention of a node that has not started.
   *
   * @param store is told what has been let go
   * @param heldBack whether a rumor must not go before it is overdue, as readers have not seen it
   * @param collected hears of each rumor that is gone
   * @param ask asks a peer for what this node lacks
   */
  public Retention(
      RetentionLimits limits,
      ServiceHost host,
      RumorStore store,
      LongPredicate heldBack,
      LongConsumer collected,
      IntConsumer ask) {
    this.limits = limits;
    this.host = host;
    this.log = host.log();
    this.store = store;
    this.room = new Room(limits, host.clusterSize());
    this.heldBack = heldBack;
    this.collected = collected;
    this.ask = ask;
    this.stability = new Stability(host, room::isShort);
    this.releasedMicros = host.nowMicros();
    this.marks = new Marks((limits.ageMicros() + GRACE_MICROS) / MARKS);
  }

  /** Begins, with what an earlier life has left. */
  @Override
  public void start() {
    settled = log.base();
    for (long position = log.base(); position < log.size(); position++) {
      room.take(footprint(log.get(position)), beganHere(log.get(position)));
      marks.add(host.nowMicros(), position);
    }
    showLevels();
    stability.start();
  }

  private long footprint(long rumor) {
    JsonNode payload = host.rumors().payload(rumor);
    return payload == null ? Footprint.FIXED_BYTES : Footprint.bytes(payload);
  }

  @Override
  public @Nullable String refusal(String client, JsonNode payload) {
    String reason = reasonToRefuse(payload);
    if (reason != null) {
      host.counters().add(Count.REFUSED, 1);
    }
    return reason;
  }

  @Override
  public @Nullable String objection(JsonNode payload) {
    return room.objection(Footprint.bytes(payload));
  }

  private @Nullable String reasonToRefuse(JsonNode payload) {
    long more = Footprint.bytes(payload);
    if (isBounded()) {
      settle(); // A member may have come that needs what could have gone.
    }
    return room.mayBegin(more) ? null : room.refusal();
  }

  private boolean beganHere(long rumor) {
    return host.rumors().sourceOf(rumor).origin() == host.id();
  }

  /** How many more rumors of peers there is room for, as far as that is known. */
  public long room() {
    if (!isBounded()) {
      return Long.MAX_VALUE;
    }
    settle();
    return room.left();
  }

  private boolean isBounded() {
    return limits.count() > 0 || limits.memoryBytes() > 0;
  }

  /** Whether there is room for a rumor that is not known; if need be, others go for it. */
  @Override
  public boolean admits(long rumor, int from) {
    long more = footprint(rumor);
    if (room.fits(more) || makeRoom(more) || from == host.id()) {
      return true;
    }
    if (room.isTooLarge(more)) {
      host.forgo(RumorIds.of(rumor), from);
    } else {
      host.counters().add(Count.TURNED_AWAY, 1);
      turnedAway.add(from);
    }
    return false;
  }

  private boolean makeRoom(long more) {
    settle();
    long many = Math.max(1, limits.count() / BATCHES);
    long much = Math.max(more, limits.memoryBytes() / BATCHES);
    long position = log.base();
    long freed = 0;
    while (position < settled && !room.fits(many, much, position - log.base(), freed)) {
      freed += footprint(log.get(position++));
    }
    collect(position);
    return room.fits(more);
  }

  @Override
  public void delivered(long rumor, int from) {
    marks.add(host.nowMicros(), log.size() - 1);
    room.take(footprint(rumor), beganHere(rumor));
    if (log.retained() > mostRetained || room.keptBytes() > mostBytes) {
      showLevels();
    }
    stability.learned();
  }

  @Override
  public void learned() {
    stability.learned();
  }

  /** Nothing stays that an envelope carried and is not known here. */
  @Override
  public void taken(List<? extends Message> messages) {
    for (Message message : messages) {
      Rumors carried = message.rumors();
      for (int i = 0; i < carried.size(); i++) {
        if (!log.retains(carried.get(i))) {
          host.rumors().drop(carried.get(i));
        }
      }
    }
  }

  @Override
  public void receive(int from, ServiceMessage message) {
    if (message instanceof StabilityMessage each && stability.receive(from, each)) {
      release();
    }
  }

  @Override
  public long nextDeadlineMicros() {
    return Math.min(stability.nextDeadlineMicros(), releaseMicros());
  }

  /**
   * When more may go than before: if what was old enough could not, that is looked at again and
   * again, as members are found dead meanwhile, or the rumors come to be overdue.
   */
  private long releaseMicros() {
    long againMicros = releasedMicros + Stability.INTERVAL_MICROS;
    if (!turnedAway.isEmpty()) {
      return againMicros;
    }
    long came = limits.ageMicros() == 0 ? NEVER : marks.microsAfter(log.base());
    return came == NEVER ? NEVER : Math.max(came + limits.ageMicros(), againMicros);
  }

  @Override
  public void fireTimers() {
    stability.fireTimers();
    showLevels();
    if (releaseMicros() <= host.nowMicros()) {
      release();
    }
  }

  /** Lets go what is old enough, and asks for what was turned away if there is room now. */
  private void release() {
    settle();
    releasedMicros = host.nowMicros();
    if (limits.ageMicros() > 0) {
      collect(Math.min(settled, marks.positionAt(host.nowMicros() - limits.ageMicros())));
    }
    if (!turnedAway.isEmpty() && room.isCalm(0)) {
      turnedAway.forEach(ask::accept);
      turnedAway.clear();
    }
  }

  /** Finds out which rumors may go. */
  private void settle() {
    if (stability.refresh()) {
      while (settled > log.base()) {
        long rumor = log.get(--settled);
        room.bind(footprint(rumor), beganHere(rumor));
      }
    }
    long overdue = marks.positionAt(host.nowMicros() - limits.ageMicros() - GRACE_MICROS);
    while (settled < log.size()) {
      long rumor = log.get(settled);
      if (settled >= overdue && (heldBack.test(rumor) || !stability.isStable(rumor))) {
        return;
      }
      room.release(footprint(rumor), beganHere(rumor));
      settled++;
    }
  }

  private void collect(long position) {
    long count = position - log.base();
    if (count <= 0) {
      return;
    }
    showLevels();
    for (long each = log.base(); each < position; each++) {
      long rumor = log.get(each);
      room.free(footprint(rumor));
      boolean expired = !stability.isStable(rumor);
      host.counters().add(Count.EXPIRED, expired ? 1 : 0);
      host.tellLetGo(rumor, expired);
      host.note(RumorEvent.COLLECTED, rumor);
    }
    RumorIds gone = log.oldest(count);
    log.collect(position);
    gone.stream().forEach(host.rumors()::drop);
    gone.stream().forEach(collected);
    marks.forget(position);
    host.counters().add(Count.COLLECTED, count);
    showLevels();
    if (store != RumorStore.NONE) {
      store.forget(count, log.gone());
    }
  }

  private void showLevels() {
    mostRetained = Math.max(mostRetained, log.retained());
    mostBytes = Math.max(mostBytes, room.keptBytes());
    show(Count.RETAINED, log.retained());
    show(Count.RETAINED_BYTES, room.keptBytes());
  }

  private void show(Count level, long value) {
    if (host.counters().get(level) != value) {
      host.counters().set(level, value);
    }
  }
}
