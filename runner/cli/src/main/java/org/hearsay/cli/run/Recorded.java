package org.hearsay.cli.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.report.Decimals;
import org.hearsay.report.LatencyHistogram;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunMembership;
import org.hearsay.scenario.check.Served;
import org.hearsay.scenario.cluster.GraphShape;
import org.hearsay.simulation.Control;
import org.hearsay.simulation.Detection;
import org.hearsay.simulation.Outcome;
import org.jspecify.annotations.Nullable;

/** What is around a strategy, and what came of it, as records have it. */
public final class Recorded {
  private static final double MICROS_PER_MILLI = 1e3;

  /** Larger graphs are not looked at: that would take longer than many runs. */
  private static final int MOST_NODES = 20_000;

  private Recorded() {}

  /** What is around a strategy; null if there is nothing. */
  public static @Nullable RunMembership membership(ConfiguredMembership configured) {
    ConfiguredOverlay<?, ?> overlay = configured.overlay();
    ConfiguredDetector<?, ?> detector = configured.detector();
    return overlay == null
        ? null
        : new RunMembership(
            overlay.spec(), detector == null ? null : detector.spec(), configured.contacts());
  }

  /** What the runtime guarantees; null if nothing. */
  public static @Nullable Map<String, String> guarantees(Guarantees guarantees) {
    return guarantees.isNone() ? null : GuaranteeWords.options(guarantees);
  }

  /** How soon broadcasts were acknowledged; null if none was. */
  public static Measurements.@Nullable Latency answers(Served served) {
    return served.accepted() == 0 ? null : latency(served.acceptedMicros());
  }

  /** Times in microseconds as records have them. */
  static Measurements.Latency latency(Histogram micros) {
    return new Measurements.Latency(
        LatencyHistogram.millis(micros, 50),
        LatencyHistogram.millis(micros, 99),
        LatencyHistogram.millis(micros, 100));
  }

  /** What overlay and detector came to; null if there were none. */
  static Measurements.@Nullable Membership membership(Outcome outcome) {
    if (outcome.membership() == null) {
      return null;
    }
    Detection detection = outcome.membership().detection();
    Control control = outcome.traffic().control();
    boolean encoded = outcome.traffic().bytes() > 0;
    return new Measurements.Membership(
        Decimals.measured(outcome.perNodeSecond(control.messages())),
        encoded ? Decimals.measured(outcome.perNodeSecond(control.bytes())) : null,
        control.withheld(),
        detection.verdicts(),
        detection.falseVerdicts(),
        detection.falseAtHealthy(),
        detection.deaths(),
        detection.missed(),
        firstVerdict(detection.verdictMicros()),
        shape(outcome.membership()));
  }

  private static Measurements.@Nullable Shape shape(Outcome.Membership membership) {
    if (membership.present().cardinality() > MOST_NODES) {
      return null;
    }
    GraphShape shape = membership.shape();
    return new Measurements.Shape(
        Decimals.share(shape.meanDegree()),
        Decimals.share(shape.clustering()),
        Decimals.share(shape.meanPath()),
        Decimals.share(shape.largestPiece()));
  }

  private static Measurements.@Nullable FirstVerdict firstVerdict(Histogram micros) {
    return micros.getTotalCount() == 0
        ? null
        : new Measurements.FirstVerdict(
            BigDecimal.valueOf(micros.getMean() / MICROS_PER_MILLI)
                .setScale(3, RoundingMode.HALF_UP),
            LatencyHistogram.millis(micros, 100));
  }
}
