package org.hearsay.cli.options;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hearsay.cli.console.Problems;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.ScenarioFile;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.WeatherText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for weather and faults that Maelstrom does not have. */
final class ScenarioOptions {
  private static final double MICROS_PER_MILLI = 1e3;

  @Option(
      names = "--weather",
      paramLabel = "KEY=VALUE,...",
      description =
          "What happens to messages: latency=100ms, latency=80ms..120ms, latency=lognormal:50ms:0.5,"
              + " latency=geographic (19 regions), loss=0.02, burst=0.01x200ms, duplicate=0.01,"
              + " reorder=0.05x50ms, bandwidth=100kB/s, corrupt=0.001, truncate=0.001, work=10ms."
              + " More in runner/scenario/README.md.")
  private @Nullable String weather;

  @Option(
      names = "--faults",
      paramLabel = "FAULT,...",
      description =
          "What breaks when (@) and for how long (+): partition:one@2s+3s, cut:n1:n2@1s+5s,"
              + " flap:n1:n2:500ms, crash:n3@2s+1s, crash-keeping:n3@2s+1s, pause:n4@1s+2s,"
              + " slow:n5:20ms, skew:n2:300ms, drift:n2:1.01, churn:0.5/s:3, leave:n3@2s+1s,"
              + " outage:0.8@5s, restless:0.5:4s, hang:8:2s:100ms. More in"
              + " runner/scenario/README.md.")
  private @Nullable String faults;

  @Option(
      names = "--broadcasts",
      paramLabel = "NODE@TIME,...",
      description = "Broadcast these values alone, as n0@0s,n3@1500ms, and read nothing.")
  private @Nullable String broadcasts;

  @Option(
      names = "--join-interval",
      paramLabel = "TIME",
      description = "Start one node after the other, each so long after the last, as 10ms.")
  private @Nullable String joinInterval;

  @Option(
      names = "--settle",
      paramLabel = "TIME",
      description =
          "Let so much time go by from the start of the last node to the first operation, as 30s.")
  private @Nullable String settle;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "Take weather, faults and broadcasts from a JSON file; what is given as an option as well"
              + " comes from there.")
  private @Nullable Path file;

  /** Whether the user said what is to go wrong. */
  boolean choosesFaults() {
    return weather != null || faults != null || file != null;
  }

  /**
   * Adds what was asked for.
   *
   * @param settings latency, loss and all else, which weather may override
   * @throws BadOptionException if the file cannot be read
   */
  RunSettings addTo(RunSettings settings) {
    ScenarioFile written = file == null ? new ScenarioFile(null, null, null) : read(file);
    RunSettings.Beyond usual = settings.orUsual();
    String planned = or(broadcasts, written.broadcasts());
    RunSettings added =
        settings.with(
            new RunSettings.Beyond(
                planned == null ? usual.workload() : Words.word(Settings.Load.Workload.BROADCASTS),
                usual.world(),
                null,
                or(faults, written.faults()),
                planned,
                or(joinInterval, usual.joinInterval()),
                or(settle, usual.settle())));
    String chosen = or(weather, written.weather());
    return chosen == null ? added : with(added, chosen);
  }

  /**
   * Checks that whatever is planned to break can do so: faults end with the operations.
   *
   * @throws BadOptionException if something begins after them
   */
  static void requireFaultsInTime(Settings settings) {
    Duration limit = settings.load().limit();
    for (Fault fault : settings.faults().plan()) {
      if (fault.span().startMicros() > TimeUnit.MICROSECONDS.convert(limit)) {
        throw new BadOptionException(
            "Nothing breaks after the last operation: let "
                + FaultText.of(fault)
                + " begin earlier, or take a longer --time-limit");
      }
    }
  }

  private static @Nullable String or(@Nullable String option, @Nullable String written) {
    String text = option == null ? written : option;
    return text == null || text.isEmpty() ? null : text;
  }

  private static ScenarioFile read(Path file) {
    try {
      return ScenarioFile.parse(Files.readString(file));
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot read --scenario=" + file + ": " + Problems.reason(e, "no such file"));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException("--scenario=" + file + ": " + e.getMessage());
    }
  }

  /** Weather that Maelstrom's options can say is left to them. */
  private static RunSettings with(RunSettings settings, String weather) {
    Conditions usual = SimulationSettings.of(settings, 0).network().conditions();
    Conditions conditions;
    try {
      conditions = WeatherText.parse(weather, usual);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(String.valueOf(e.getMessage()));
    }
    Latency latency = conditions.latency();
    return settings.under(
        (int) Math.round(latency.meanMicros() / MICROS_PER_MILLI),
        latency.kind(),
        BigDecimal.valueOf(conditions.loss()),
        conditions.arePlain() && latency instanceof Latency.Maelstrom
            ? null
            : WeatherText.of(conditions));
  }
}
