package org.hearsay.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Maelstrom says of a run of its broadcast workload: the figures of its {@code results.edn},
 * under its names. Other worlds count the same, so that each figure can be held against the genuine
 * one.
 *
 * @param valid {@code true}, {@code false} or {@code unknown}; {@code error} if Maelstrom would
 *     have broken the run off without results
 * @param stats how operations ended
 * @param okFraction the share of operations that ended well
 * @param net messages
 * @param workload what became of the values
 */
public record MaelstromResults(
    String valid, Stats stats, BigDecimal okFraction, Net net, Workload workload) {

  /** How all operations ended, the final reads included. */
  public record Stats(long count, long okCount, long failCount, long infoCount, ByF byF) {}

  /** How operations of each kind ended; absent if there was none of the kind. */
  public record ByF(@Nullable Counts broadcast, @Nullable Counts read) {}

  /** How operations ended: well, without any effect, or nobody knows. */
  public record Counts(long count, long okCount, long failCount, long infoCount) {}

  /** Messages: all, those with a client at one end, and the others. */
  public record Net(Group all, Group clients, Group servers) {}

  /**
   * Messages of a group: sent, received, either; and per operation, which Maelstrom does not say of
   * clients, nor without operations.
   */
  public record Group(
      long sendCount, long recvCount, long msgCount, @Nullable BigDecimal msgsPerOp) {}

  /**
   * What became of the values.
   *
   * @param attemptCount values that somebody tried to broadcast
   * @param stableCount values that the last reads have
   * @param lostCount values that were known and that the last reads do not have
   * @param staleCount stable values that some read missed after they were known
   * @param neverReadCount the other values
   * @param duplicatedCount 0 in all Maelstroms so far, as a check in Jepsen never holds
   * @param stableLatencies absent if no value is stable
   */
  public record Workload(
      long attemptCount,
      long stableCount,
      long lostCount,
      long staleCount,
      long neverReadCount,
      long duplicatedCount,
      @Nullable StableLatencies stableLatencies) {}

  /** Stable latencies in milliseconds at the quantiles that Maelstrom prints. */
  public record StableLatencies(
      @JsonProperty("0") long p0,
      @JsonProperty("0.5") long p50,
      @JsonProperty("0.95") long p95,
      @JsonProperty("0.99") long p99,
      @JsonProperty("1") long max) {}
}
