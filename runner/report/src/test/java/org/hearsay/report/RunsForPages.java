package org.hearsay.report;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Made-up runs for tests of other packages. */
public final class RunsForPages {

  private RunsForPages() {}

  /** A run with one latency and a seed. */
  public static RunRecord run(String strategy, long seed, double messagesPerOp, long lost) {
    RunRecord run =
        Runs.of(strategy, Map.of(), Runs.SETTINGS, Runs.measured(messagesPerOp, 500, lost));
    Histogram latencies = new Histogram(3);
    latencies.recordValueWithCount(100_000, 9);
    latencies.recordValue(400_000);
    return new RunRecord(
            run.world(),
            run.strategy(),
            run.config(),
            seed,
            run.command() + " --seed=" + seed,
            run.settings(),
            run.metrics(),
            run.maelstrom())
        .with(run.traceHash(), latencies, List.of(2L, 4L + seed));
  }

  /** The same with another number of nodes. */
  public static RunRecord of(RunRecord run, int nodes) {
    return new RunRecord(
        run.world(),
        run.strategy(),
        run.config(),
        run.seed(),
        run.command(),
        Runs.SETTINGS.of(nodes),
        run.metrics(),
        run.maelstrom());
  }
}
