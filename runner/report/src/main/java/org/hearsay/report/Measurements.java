package org.hearsay.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.node.service.Count;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in a run, under the names that files use; {@link Metric} says what each means.
 * What its world does not know is absent.
 *
 * @param answerLatencyMs from a broadcast to its acknowledgement
 * @param refused broadcasts that nodes answered with an error, as at a limit
 * @param runtime what nodes counted, by the names of {@link Count}: sums, and of each level the
 *     highest at any node; null if they counted nothing
 */
public record Measurements(
    @Nullable BigDecimal messagesPerOp,
    @Nullable BigDecimal messagesPerBroadcast,
    @Nullable BigDecimal bytesPerOp,
    @Nullable StableLatency stableLatencyMs,
    @Nullable Latency deliveryLatencyMs,
    @Nullable Latency answerLatencyMs,
    @Nullable BigDecimal reliability,
    long lost,
    @Nullable Long missing,
    @Nullable Long unreached,
    @Nullable Long forgotten,
    @Nullable Long duplicated,
    @Nullable Long invented,
    @Nullable Long misbehaving,
    @Nullable Long refused,
    @Nullable BigDecimal rmr,
    @Nullable BigDecimal ldh,
    @Nullable BigDecimal loadMaxOverMean,
    long serverMessages,
    long operations,
    long broadcasts,
    String validMaelstrom,
    @Nullable Boolean valid,
    @Nullable Membership membership,
    @Nullable Map<String, Long> runtime) {

  /** Keeps a copy of the counts, in their order. */
  public Measurements {
    runtime = runtime == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(runtime));
  }

  /**
   * What overlay and failure detector came to: known where there are any and one can look into the
   * nodes.
   *
   * @param controlPerNodeSecond messages of theirs alone
   * @param controlBytesPerNodeSecond bytes of theirs, in whatever messages
   * @param firstVerdictMs from deaths to the first verdict on them
   */
  public record Membership(
      BigDecimal controlPerNodeSecond,
      @Nullable BigDecimal controlBytesPerNodeSecond,
      long withheld,
      long verdicts,
      long falseVerdicts,
      long falseAtHealthy,
      long deaths,
      long missed,
      @Nullable FirstVerdict firstVerdictMs,
      @Nullable Shape overlay) {}

  /** What an overlay looks like. */
  public record Shape(
      BigDecimal meanDegree, BigDecimal clustering, BigDecimal meanPath, BigDecimal largestPiece) {}

  /** Times in milliseconds. */
  public record FirstVerdict(BigDecimal mean, BigDecimal max) {}

  /** Maelstrom's stable latencies in milliseconds, at the quantiles that it prints. */
  public record StableLatency(long p0, long p50, long p95, long p99, long max) {}

  /** What half of some times are at most, 99 % of them and all, in milliseconds. */
  public record Latency(BigDecimal p50, BigDecimal p99, BigDecimal max) {}

  /** What the strict judge says: known wherever every client's every operation is. */
  public record Strict(
      long missing,
      long unreached,
      long forgotten,
      long duplicated,
      long invented,
      long misbehaving,
      boolean valid) {}

  /** What went over the links: known wherever the links are ours. */
  public record Traffic(@Nullable BigDecimal bytesPerOp, BigDecimal loadMaxOverMean) {}

  /** How rumors traveled: known wherever one can look into the nodes. */
  public record Spread(
      Latency deliveryLatencyMs, BigDecimal reliability, BigDecimal rmr, BigDecimal ldh) {}

  /** What Maelstrom's results come to, and what else the world of the run knows. */
  public static Measurements of(
      MaelstromResults maelstrom,
      @Nullable Strict strict,
      @Nullable Traffic traffic,
      @Nullable Spread spread) {
    MaelstromResults.Workload workload = maelstrom.workload();
    MaelstromResults.Group servers = maelstrom.net().servers();
    Optional<Strict> judged = Optional.ofNullable(strict);
    Optional<Traffic> counted = Optional.ofNullable(traffic);
    Optional<Spread> traced = Optional.ofNullable(spread);
    return new Measurements(
        servers.msgsPerOp(),
        ratio(servers.msgCount(), workload.attemptCount()),
        counted.map(Traffic::bytesPerOp).orElse(null),
        stableLatency(workload.stableLatencies()),
        traced.map(Spread::deliveryLatencyMs).orElse(null),
        null,
        traced.map(Spread::reliability).orElse(null),
        workload.lostCount(),
        judged.map(Strict::missing).orElse(null),
        judged.map(Strict::unreached).orElse(null),
        judged.map(Strict::forgotten).orElse(null),
        judged.map(Strict::duplicated).orElse(null),
        judged.map(Strict::invented).orElse(null),
        judged.map(Strict::misbehaving).orElse(null),
        refused(maelstrom.stats()),
        traced.map(Spread::rmr).orElse(null),
        traced.map(Spread::ldh).orElse(null),
        counted.map(Traffic::loadMaxOverMean).orElse(null),
        servers.msgCount(),
        maelstrom.stats().count(),
        workload.attemptCount(),
        maelstrom.valid(),
        judged.map(Strict::valid).orElse(null),
        null,
        null);
  }

  /** The same with what Maelstrom's results say of what was refused. */
  Measurements refusing(MaelstromResults maelstrom) {
    return copy(answerLatencyMs, refused(maelstrom.stats()), membership, runtime);
  }

  /** The same with what overlay and failure detector came to. */
  public Measurements with(@Nullable Membership found) {
    return copy(answerLatencyMs, refused, found, runtime);
  }

  /** The same with how long nodes took to acknowledge broadcasts. */
  public Measurements with(@Nullable Latency answers) {
    return copy(answers, refused, membership, runtime);
  }

  /**
   * The same with what nodes counted.
   *
   * @param watched what they would have counted, had there been any
   */
  public Measurements with(Map<Count, Long> counts, Set<Count> watched) {
    Map<String, Long> known = new LinkedHashMap<>();
    for (Count count : Count.values()) {
      long value = counts.getOrDefault(count, 0L);
      if (value != 0 || watched.contains(count)) {
        known.put(count.text(), value);
      }
    }
    return copy(answerLatencyMs, refused, membership, known.isEmpty() ? null : known);
  }

  private Measurements copy(
      @Nullable Latency newAnswerLatencyMs,
      @Nullable Long newRefused,
      @Nullable Membership newMembership,
      @Nullable Map<String, Long> newRuntime) {
    return new Measurements(
        messagesPerOp,
        messagesPerBroadcast,
        bytesPerOp,
        stableLatencyMs,
        deliveryLatencyMs,
        newAnswerLatencyMs,
        reliability,
        lost,
        missing,
        unreached,
        forgotten,
        duplicated,
        invented,
        misbehaving,
        newRefused,
        rmr,
        ldh,
        loadMaxOverMean,
        serverMessages,
        operations,
        broadcasts,
        validMaelstrom,
        valid,
        newMembership,
        newRuntime);
  }

  /** Reads fail if they take too long, too; a broadcast of which nobody heard more does not. */
  private static @Nullable Long refused(MaelstromResults.Stats stats) {
    MaelstromResults.Counts broadcasts = stats.byF().broadcast();
    return broadcasts == null ? null : broadcasts.failCount();
  }

  private static @Nullable BigDecimal ratio(long part, long whole) {
    return whole == 0 ? null : Decimals.measured((double) part / whole);
  }

  private static @Nullable StableLatency stableLatency(
      MaelstromResults.@Nullable StableLatencies latencies) {
    return latencies == null
        ? null
        : new StableLatency(
            latencies.p0(), latencies.p50(), latencies.p95(), latencies.p99(), latencies.max());
  }
}
