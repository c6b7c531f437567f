package org.hearsay.node.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
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
  private final @Nullable String shortage;
  private final LongPredicate heldBack;
  private final LongConsumer collected;
  private final IntConsumer ask;
  private final Stability stability;
  private final Marks marks;

  /** All before this position may go. */
  private long settled;

  /** What is kept takes so much memory; and of that, what may go. */
  private long bytes;

  private long settledBytes;

  /** Those of what may not go that began here. */
  private long own;

  private long ownBytes;

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
    this.shortage = limits.shortage(host.clusterSize());
    this.heldBack = heldBack;
    this.collected = collected;
    this.ask = ask;
    this.stability = new Stability(host, this::needsRoom);
    this.releasedMicros = host.nowMicros();
    this.marks = new Marks((limits.ageMicros() + GRACE_MICROS) / MARKS);
  }

  /** Begins, with what an earlier life has left. */
  @Override
  public void start() {
    settled = log.base();
    for (long position = log.base(); position < log.size(); position++) {
      bytes += footprint(log.get(position));
      countOwn(log.get(position), 1);
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

  /** Why a value can never be accepted: that it takes more than the share of what begins here. */
  @Override
  public @Nullable String objection(JsonNode payload) {
    long more = Footprint.bytes(payload);
    if (shortage != null || limits.memoryBytes() == 0 || more <= share(limits.memoryBytes())) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "the value takes %d bytes of memory, and of the %d that each of %d nodes has, no more than"
            + " %d are for what begins at one; broadcast a smaller value, or raise --max-memory",
        more,
        limits.memoryBytes(),
        host.clusterSize(),
        share(limits.memoryBytes()));
  }

  private @Nullable String reasonToRefuse(JsonNode payload) {
    if (shortage != null) {
      return shortage;
    }
    long more = Footprint.bytes(payload);
    if (mayBegin(more)) {
      return null;
    }
    settle();
    if (mayBegin(more)) {
      return null;
    }
    boolean tooMany =
        limits.count() > 0
            && (bound() >= RetentionLimits.calm(limits.count()) || own >= share(limits.count()));
    return "this node keeps no more than "
        + (tooMany ? limits.count() + " rumors" : limits.memoryBytes() + " bytes of rumors")
        + ", and too many are not known to be everywhere yet; try again in a few seconds, or raise "
        + (tooMany ? "--retain-count" : "--max-memory");
  }

  private boolean isTooLarge(long more) {
    return limits.memoryBytes() > 0 && more > limits.memoryBytes();
  }

  /** How many rumors are kept that may not go. */
  private long bound() {
    return log.size() - settled;
  }

  private boolean isCalm(long more) {
    return (limits.count() == 0 || bound() < RetentionLimits.calm(limits.count()))
        && (limits.memoryBytes() == 0
            || bytes - settledBytes + more <= RetentionLimits.calm(limits.memoryBytes()));
  }

  /** Whether another rumor may begin here. */
  private boolean mayBegin(long more) {
    return isCalm(more)
        && (limits.count() == 0 || own < share(limits.count()))
        && (limits.memoryBytes() == 0 || ownBytes + more <= share(limits.memoryBytes()));
  }

  /** Whether a quarter of what there may be may not go, so that word of others is needed soon. */
  private boolean needsRoom() {
    return (limits.count() > 0
            && (bound() >= limits.count() / 4 || own >= share(limits.count()) / 4))
        || (limits.memoryBytes() > 0
            && (bytes - settledBytes >= limits.memoryBytes() / 4
                || ownBytes >= share(limits.memoryBytes()) / 4));
  }

  /** How much of a limit may be taken by what began here and may not go. */
  private long share(long limit) {
    return RetentionLimits.share(limit, host.clusterSize());
  }

  private void countOwn(long rumor, int more) {
    if (host.rumors().sourceOf(rumor).origin() == host.id()) {
      own += more;
      ownBytes += more * footprint(rumor);
    }
  }

  /** How many more rumors of peers there is room for, as far as that is known. */
  public long room() {
    if (limits.count() == 0 && limits.memoryBytes() == 0) {
      return Long.MAX_VALUE;
    }
    settle();
    if (limits.memoryBytes() > 0
        && bytes - settledBytes >= RetentionLimits.calm(limits.memoryBytes())) {
      return 0;
    }
    return limits.count() == 0 ? Long.MAX_VALUE : limits.count() - bound();
  }

  /** Whether there is room for a rumor that is not known; if need be, others go for it. */
  @Override
  public boolean admits(long rumor, int from) {
    long more = footprint(rumor);
    if (fits(more) || makeRoom(more) || from == host.id()) {
      return true;
    }
    if (isTooLarge(more)) {
      host.forgo(RumorIds.of(rumor), from);
    } else {
      host.counters().add(Count.TURNED_AWAY, 1);
      turnedAway.add(from);
    }
    return false;
  }

  private boolean fits(long more) {
    return (limits.count() == 0 || log.retained() < limits.count())
        && (limits.memoryBytes() == 0 || bytes + more <= limits.memoryBytes());
  }

  private boolean makeRoom(long more) {
    settle();
    long many = Math.max(1, limits.count() / BATCHES);
    long much = Math.max(more, limits.memoryBytes() / BATCHES);
    long position = log.base();
    long freed = 0;
    while (position < settled
        && !((limits.count() == 0 || log.size() - position + many <= limits.count())
            && (limits.memoryBytes() == 0 || bytes - freed + much <= limits.memoryBytes()))) {
      freed += footprint(log.get(position++));
    }
    collect(position);
    return fits(more);
  }

  @Override
  public void delivered(long rumor, int from) {
    marks.add(host.nowMicros(), log.size() - 1);
    bytes += footprint(rumor);
    countOwn(rumor, 1);
    if (log.retained() > mostRetained || bytes > mostBytes) {
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
    if (!turnedAway.isEmpty() && isCalm(0)) {
      turnedAway.forEach(ask::accept);
      turnedAway.clear();
    }
  }

  /** Finds out which rumors may go. */
  private void settle() {
    if (stability.refresh()) {
      while (settled > log.base()) {
        countOwn(log.get(--settled), 1);
      }
      settledBytes = 0;
    }
    long overdue = marks.positionAt(host.nowMicros() - limits.ageMicros() - GRACE_MICROS);
    while (settled < log.size()) {
      long rumor = log.get(settled);
      if (settled >= overdue && (heldBack.test(rumor) || !stability.isStable(rumor))) {
        return;
      }
      settledBytes += footprint(rumor);
      countOwn(rumor, -1);
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
      long freed = footprint(rumor);
      bytes -= freed;
      settledBytes -= freed;
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
    mostBytes = Math.max(mostBytes, bytes);
    show(Count.RETAINED, log.retained());
    show(Count.RETAINED_BYTES, bytes);
  }

  private void show(Count level, long value) {
    if (host.counters().get(level) != value) {
      host.counters().set(level, value);
    }
  }
}
