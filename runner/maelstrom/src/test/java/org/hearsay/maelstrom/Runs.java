package org.hearsay.maelstrom;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.report.RunSettings;

/** Runs to be made, for tests. */
final class Runs {
  static final RunSettings SETTINGS = settings("grid", 100, "constant", "20", "10", "maelstrom");

  private Runs() {}

  static RunSettings settings(
      String topology,
      int latency,
      String latencyDist,
      String timeLimit,
      String quiet,
      String network) {
    return new RunSettings(
        25,
        topology,
        latency,
        latencyDist,
        new BigDecimal("100"),
        new BigDecimal(timeLimit),
        new BigDecimal(quiet),
        "none",
        new BigDecimal("7.5"),
        BigDecimal.ZERO,
        network,
        null);
  }

  static BroadcastRun of(RunSettings settings) {
    Map<String, String> config = new LinkedHashMap<>();
    config.put("interval", "100ms");
    config.put("batch", "7");
    return new BroadcastRun(
        "push-pull", config, List.of("--strategy=push-pull:interval=100ms,batch=7"), settings, 3);
  }
}
