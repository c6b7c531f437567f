package org.hearsay.cli.run;

import java.math.BigDecimal;
import org.hearsay.report.Decimals;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.SetFull;
import org.hearsay.scenario.check.Stats;
import org.hearsay.scenario.check.StrictVerdict;
import org.jspecify.annotations.Nullable;

/** What the two judges say of a run, simulated or real, as records hold it. */
public final class Verdicts {

  private Verdicts() {}

  /** Maelstrom's verdict, as its {@code results.edn} would say it. */
  public static MaelstromResults maelstrom(MaelstromVerdict verdict) {
    Stats.Counts all = verdict.stats().all();
    return new MaelstromResults(
        switch (verdict.validity()) {
          case VALID -> "true";
          case UNKNOWN -> "unknown";
          case INVALID -> "false";
          case ERROR -> "error";
        },
        new MaelstromResults.Stats(
            all.count(),
            all.ok(),
            all.fail(),
            all.info(),
            new MaelstromResults.ByF(
                counts(verdict.stats().broadcast()), counts(verdict.stats().read()))),
        Decimals.share(verdict.stats().okFraction()),
        net(verdict.net(), all.count()),
        workload(verdict.workload()));
  }

  private static MaelstromResults.@Nullable Counts counts(Stats.Counts counts) {
    return counts.count() == 0
        ? null
        : new MaelstromResults.Counts(counts.count(), counts.ok(), counts.fail(), counts.info());
  }

  private static MaelstromResults.Net net(Net net, int operations) {
    return new MaelstromResults.Net(
        group(net.all(), perOperation(net.all(), operations)),
        group(net.clients(), null),
        group(net.servers(), perOperation(net.servers(), operations)));
  }

  private static @Nullable BigDecimal perOperation(Net.Group group, int operations) {
    return operations == 0 ? null : Decimals.measured(group.perOperation(operations));
  }

  private static MaelstromResults.Group group(Net.Group group, @Nullable BigDecimal perOperation) {
    return new MaelstromResults.Group(group.sent(), group.received(), group.sent(), perOperation);
  }

  private static MaelstromResults.Workload workload(SetFull workload) {
    return new MaelstromResults.Workload(
        workload.attemptCount(),
        workload.stableCount(),
        workload.lostCount(),
        workload.staleCount(),
        workload.neverReadCount(),
        0,
        workload.stableCount() == 0
            ? null
            : new MaelstromResults.StableLatencies(
                workload.stableLatencyMillis(0),
                workload.stableLatencyMillis(0.5),
                workload.stableLatencyMillis(0.95),
                workload.stableLatencyMillis(0.99),
                workload.stableLatencyMillis(1)));
  }

  /**
   * The strict verdict.
   *
   * @param misbehaving how many nodes died unasked, hung, fell silent or answered what is no
   *     answer: with any, a run is not valid
   */
  public static Measurements.Strict strict(StrictVerdict verdict, int misbehaving) {
    return new Measurements.Strict(
        verdict.missing().size(),
        verdict.missingPairs(),
        verdict.forgotten().size(),
        verdict.duplicated().size(),
        verdict.invented().size(),
        misbehaving,
        verdict.valid() && misbehaving == 0);
  }
}
