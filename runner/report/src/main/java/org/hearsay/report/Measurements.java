package org.hearsay.report;

import java.math.BigDecimal;

/**
 * What was measured in a run, under the names that files use; {@link Metric} says what each means.
 */
public record Measurements(
    BigDecimal messagesPerOp,
    BigDecimal messagesPerBroadcast,
    BigDecimal bytesPerOp,
    StableLatency stableLatencyMs,
    DeliveryLatency deliveryLatencyMs,
    BigDecimal reliability,
    long lost,
    long missing,
    long unreached,
    long forgotten,
    long duplicated,
    long invented,
    BigDecimal rmr,
    BigDecimal ldh,
    BigDecimal loadMaxOverMean,
    long serverMessages,
    long operations,
    long broadcasts,
    String validMaelstrom,
    boolean valid) {

  /** Maelstrom's stable latencies in milliseconds, at the quantiles that it prints. */
  public record StableLatency(long p0, long p50, long p95, long p99, long max) {}

  /** Times from a broadcast to a delivery elsewhere, in milliseconds. */
  public record DeliveryLatency(BigDecimal p50, BigDecimal p99, BigDecimal max) {}
}
