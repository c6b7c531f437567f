package org.hearsay.cli.options;

import java.math.BigDecimal;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that decide a run besides the strategy; where Maelstrom has them, under its names.
 */
public final class RunOptions {
  /** The conditions of Gossip Glomers' challenge 3d. */
  public static final RunSettings CHALLENGE =
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
      description = "Decides every random choice. Default: " + Seed.USUAL + ".")
  private @Nullable Long seed;

  /** The seed that was asked for, or the usual one. */
  public long seed() {
    return seed == null ? Seed.USUAL : seed;
  }

  /** Whether the user said which seed. */
  public boolean choosesSeed() {
    return seed != null;
  }

  /** Whether the user said how many nodes there are to be. */
  public boolean choosesNodeCount() {
    return nodeCount != null;
  }

  /** Whether the user said what is to go wrong. */
  public boolean choosesFaults() {
    return loss != null || nemesis != null || scenario.choosesFaults();
  }

  /**
   * What was asked for, checked, with what Gossip Glomers' challenge 3d has where nothing was said.
   *
   * @throws BadOptionException if a value is out of bounds
   */
  public RunSettings settings() {
    return settings(CHALLENGE);
  }

  /**
   * What was asked for, checked.
   *
   * @param usual what goes where nothing was said
   * @throws BadOptionException if a value is out of bounds
   */
  public RunSettings settings(RunSettings usual) {
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
    ScenarioOptions.requireFaultsInTime(SimulationSettings.of(complete, seed()));
    return complete;
  }

  private static <T> T or(@Nullable T chosen, T usual) {
    return chosen == null ? usual : chosen;
  }

  /**
   * Checks the value of an option.
   *
   * @throws BadOptionException if it is not above 0
   */
  public static void requirePositive(String option, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new BadOptionException(option + " must be above 0, not " + value);
    }
  }
}
