package org.hearsay.chaos.draw;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hearsay.api.plugin.Trait;
import org.hearsay.chaos.Trial;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;

/**
 * Draws a run from a seed: which strategy with which options, and everything else. Four in five are
 * such that the strategy promises to lose nothing; in the others anything goes.
 */
public final class TrialDrawing {
  private static final long STREAM = -5;

  /** All but the one of one-way arcs, which may leave a node that nobody talks to. */
  private static final List<Topology> TOPOLOGIES =
      Stream.of(Topology.values()).filter(topology -> topology != Topology.OUT8).toList();

  /** No run has more nodes than that. */
  public static final int MOST_NODES = 200;

  /** A topology in which everybody is linked to everybody is kept smaller. */
  private static final int MOST_OF_TOTAL = 30;

  /** Runs with reads last their full time, whatever happens. */
  private static final int MOST_WITH_READS = 25;

  private static final int SHORTEST_MILLIS = 500;
  private static final int LONGEST_MILLIS = 8_000;
  private static final int MOST_OPERATIONS = 40;
  private static final Duration QUIET_WITH_READS = Duration.ofMinutes(2);

  /** Runs without reads end when they are done. */
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final List<ConfiguredStrategy<?, ?>> strategies;
  private final List<ConfiguredMembership> surroundings;

  /** Draws among strategies with nothing around them, whose options are varied. */
  public TrialDrawing(List<ConfiguredStrategy<?, ?>> strategies) {
    this(strategies, List.of(ConfiguredMembership.NONE));
  }

  /**
   * Draws among strategies, whose options are varied, and among what may be around them. That stays
   * as it is: what it promises, it promises with its default options.
   */
  public TrialDrawing(
      List<ConfiguredStrategy<?, ?>> strategies, List<ConfiguredMembership> surroundings) {
    this.strategies = List.copyOf(strategies);
    this.surroundings = List.copyOf(surroundings);
  }

  /** The run of a seed. */
  public Trial draw(long seed) {
    SeededRandom random = new SeededRandom(seed, STREAM);
    ConfiguredStrategy<?, ?> strategy =
        ConfigDrawing.vary(strategies.get(random.nextInt(strategies.size())), random);
    Set<Trait> bearable = random.nextInt(5) == 0 ? EnumSet.allOf(Trait.class) : strategy.promises();
    boolean reads = random.nextInt(4) == 0;
    Settings.Shape shape = shape(random, reads ? MOST_WITH_READS : MOST_NODES);
    int limitMillis = SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS);
    Settings.Network.Model model =
        random.nextBoolean() ? Settings.Network.Model.IDEAL : Settings.Network.Model.MAELSTROM;
    Settings usual = Settings.challenge(seed);
    MembershipDrawing around = new MembershipDrawing(seed, surroundings);
    return new Trial(
        around.draw(strategy),
        usual
            .with(around.form(shape))
            .with(load(random, reads, limitMillis))
            .with(new Settings.Network(model, new WeatherDrawing(random).draw(bearable)))
            .with(new FaultDrawing(random, shape.nodeCount(), limitMillis).draw(bearable)));
  }

  private static Settings.Shape shape(SeededRandom random, int most) {
    Topology topology = TOPOLOGIES.get(random.nextInt(TOPOLOGIES.size()));
    int limit = topology == Topology.TOTAL ? Math.min(most, MOST_OF_TOTAL) : most;
    return new Settings.Shape(logUniform(random, 2, limit), topology);
  }

  private static Settings.Load load(SeededRandom random, boolean reads, int limitMillis) {
    int operations = logUniform(random, 1, MOST_OPERATIONS);
    return new Settings.Load(
        reads ? Settings.Load.Workload.MAELSTROM : Settings.Load.Workload.BROADCASTS,
        Math.ceil(operations * 1e3 / limitMillis),
        Duration.ofMillis(limitMillis),
        reads ? QUIET_WITH_READS : QUIET);
  }

  /** Small numbers as often as large ones, by order of magnitude. */
  private static int logUniform(SeededRandom random, int least, int most) {
    double ratio = (most + 1.0) / least;
    return Math.min(most, (int) (least * StrictMath.pow(ratio, random.nextDouble())));
  }
}
