package org.hearsay.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that decide a run besides the strategy; where Maelstrom has them, under its names.
 */
final class RunOptions {
  private static final BigDecimal NANOS_PER_SECOND = BigDecimal.valueOf(1_000_000_000);

  /** The conditions of Gossip Glomers' challenge 3d. */
  static final RunSettings CHALLENGE =
      new RunSettings(
          25,
          "grid",
          100,
          "constant",
          BigDecimal.valueOf(100),
          BigDecimal.valueOf(20),
          BigDecimal.TEN,
          "none",
          BigDecimal.TEN,
          BigDecimal.ZERO,
          "maelstrom",
          null);

  @Option(names = "--node-count", paramLabel = "N", description = "How many nodes. Default: 25.")
  private @Nullable Integer nodeCount;

  @Option(
      names = "--topology",
      paramLabel = "NAME",
      description =
          "Who is linked to whom: line, ring, grid, tree, tree2, tree3, tree4, total, random or out8."
              + " Default: grid.")
  private @Nullable String topology;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      description = "Mean latency of a link in milliseconds. Default: 100.")
  private @Nullable Integer latency;

  @Option(
      names = "--latency-dist",
      paramLabel = "NAME",
      description =
          "How latencies are distributed: constant, uniform or exponential."
              + " Default: constant.")
  private @Nullable String latencyDist;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Client operations per second over all nodes, half of them broadcasts."
              + " Default: 100.")
  private @Nullable BigDecimal rate;

  @Option(
      names = "--time-limit",
      paramLabel = "S",
      description = "How long clients go on, in seconds. Default: 20.")
  private @Nullable BigDecimal timeLimit;

  @Option(
      names = "--quiet",
      paramLabel = "S",
      description =
          "How long they then wait before everybody is read once more, in seconds."
              + " Default: 10, as Maelstrom's.")
  private @Nullable BigDecimal quiet;

  @Option(
      names = "--loss",
      paramLabel = "P",
      description = "Probability that a message between nodes is lost, from 0 to 1. Default: 0.")
  private @Nullable BigDecimal loss;

  @Option(
      names = "--nemesis",
      paramLabel = "NAME",
      description =
          "What breaks: none, partition (nodes cannot hear each other for a while), kill (a node"
              + " dies, forgets and comes back) or pause (a node stands still for a while)."
              + " Default: none.")
  private @Nullable String nemesis;

  @Option(
      names = "--nemesis-interval",
      paramLabel = "S",
      description =
          "Mean time from a fault to its end and on to the next, in seconds."
              + " Default: ${DEFAULT-VALUE}.")
  private BigDecimal nemesisInterval = BigDecimal.TEN;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      description =
          "How a node takes messages in: maelstrom (one at a time, as Maelstrom's does) or ideal"
              + " (each when it is due). Default: maelstrom.")
  private @Nullable String network;

  @Mixin private ScenarioOptions scenario = new ScenarioOptions();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides every random choice. Default: " + NodeOptions.USUAL_SEED + ".")
  private @Nullable Long seed;

  long seed() {
    return seed == null ? NodeOptions.USUAL_SEED : seed;
  }

  /** Whether the user said which seed. */
  boolean choosesSeed() {
    return seed != null;
  }

  /** Whether the user said how many nodes there are to be. */
  boolean choosesNodeCount() {
    return nodeCount != null;
  }

  /** Whether the user said what is to go wrong. */
  boolean choosesFaults() {
    return loss != null || nemesis != null || scenario.choosesFaults();
  }

  /**
   * What was asked for, checked, with what Gossip Glomers' challenge 3d has where nothing was said.
   *
   * @throws BadOptionException if a value is out of bounds
   */
  RunSettings settings() {
    return settings(CHALLENGE);
  }

  /**
   * What was asked for, checked.
   *
   * @param usual what goes where nothing was said
   * @throws BadOptionException if a value is out of bounds
   */
  RunSettings settings(RunSettings usual) {
    RunSettings settings =
        new RunSettings(
            or(nodeCount, usual.nodeCount()),
            or(topology, usual.topology()),
            or(latency, usual.latency()),
            or(latencyDist, usual.latencyDist()),
            or(rate, usual.rate()),
            or(timeLimit, usual.timeLimit()),
            or(quiet, usual.quiet()),
            or(nemesis, usual.nemesis()),
            nemesisInterval,
            or(loss, usual.loss()),
            or(network, usual.network()),
            usual.beyond());
    requirePositive("--rate", settings.rate());
    requirePositive("--time-limit", settings.timeLimit());
    requirePositive("--nemesis-interval", nemesisInterval);
    if (settings.quiet().signum() < 0) {
      throw new BadOptionException("--quiet must be 0 or more, not " + quiet);
    }
    RunSettings complete = scenario.addTo(settings);
    simulated(complete, seed());
    return complete;
  }

  private static <T> T or(@Nullable T chosen, T usual) {
    return chosen == null ? usual : chosen;
  }

  static void requirePositive(String option, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new BadOptionException(option + " must be above 0, not " + value);
    }
  }

  /**
   * The same settings as the simulation takes them.
   *
   * @throws BadOptionException if a value is out of bounds
   */
  static Settings simulated(RunSettings from, long seed) {
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
  static Duration seconds(BigDecimal seconds) {
    try {
      return Duration.ofNanos(
          seconds.multiply(NANOS_PER_SECOND).setScale(0, RoundingMode.HALF_UP).longValueExact());
    } catch (ArithmeticException e) {
      throw new BadOptionException(seconds + " seconds are more than this program can count");
    }
  }
}
