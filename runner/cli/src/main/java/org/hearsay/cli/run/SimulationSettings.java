package org.hearsay.cli.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hearsay.cli.console.Words;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.text.Quantities;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.WeatherText;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.jspecify.annotations.Nullable;

/** The settings of a run, which records hold as users write them, as the simulation takes them. */
public final class SimulationSettings {
  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

  private SimulationSettings() {}

  /**
   * What decides a run, checked.
   *
   * @throws BadOptionException if a value is out of bounds
   */
  public static Settings of(RunSettings from, long seed) {
    try {
      return new Settings(
          new Settings.Shape(
              from.nodeCount(),
              Words.parse("--topology", Topology.class, from.topology()),
              formation(from.orUsual())),
          load(from),
          new Settings.Network(
              Words.parse("--network", Settings.Network.Model.class, from.network()),
              conditions(from)),
          new Settings.Faults(
              Words.parse("--nemesis", Settings.Faults.Nemesis.class, from.nemesis()),
              seconds(from.nemesisInterval()),
              FaultText.parse(orEmpty(from.orUsual().faults()))),
          seed);
    } catch (BadOptionException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(String.valueOf(e.getMessage()));
    }
  }

  private static Settings.Formation formation(RunSettings.Beyond from) {
    return new Settings.Formation(duration(from.joinInterval()), duration(from.settle()));
  }

  private static Duration duration(@Nullable String text) {
    return text == null ? Duration.ZERO : Duration.of(Quantities.micros(text), ChronoUnit.MICROS);
  }

  private static Settings.Load load(RunSettings from) {
    String workload = from.orUsual().workload();
    return new Settings.Load(
        workload == null
            ? Settings.Load.Workload.MAELSTROM
            : Words.parse("--workload", Settings.Load.Workload.class, workload),
        from.rate().doubleValue(),
        seconds(from.timeLimit()),
        seconds(from.quiet()),
        PlannedBroadcast.parse(orEmpty(from.orUsual().broadcasts())));
  }

  private static Conditions conditions(RunSettings from) {
    String weather = from.orUsual().weather();
    if (weather != null) {
      return WeatherText.parse(weather, Settings.challenge(0).network().conditions());
    }
    return Conditions.of(
        new Latency.Maelstrom(
            Words.parse("--latency-dist", Latency.Distribution.class, from.latencyDist()),
            from.latency()),
        from.loss().doubleValue());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /**
   * A number of seconds.
   *
   * @throws BadOptionException if it is too large
   */
  public static Duration seconds(BigDecimal seconds) {
    try {
      return Duration.ofNanos(
          seconds.multiply(NANOS_PER_SECOND).setScale(0, RoundingMode.HALF_UP).longValueExact());
    } catch (ArithmeticException e) {
      throw new BadOptionException(seconds + " seconds are more than this program can count");
    }
  }
}
