package org.hearsay.reproduction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.LatencyText;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/** The runs of one row of a table: everything that decides them but the seed. */
final class RowRuns {
  private static final long SENDERS_STREAM = -6;

  /** What clients do. */
  private enum Workload {
    /** One broadcasts once, at node 0 as soon as it is there. */
    BROADCAST,
    /** They broadcast at equal intervals, and read nothing. */
    BROADCASTS,
    /** Maelstrom's broadcast workload. */
    MAELSTROM
  }

  private final RowWords words;
  private final ConfiguredStrategy<?, ?> strategy;
  private final WorldKind world;
  private final Workload workload;
  private final Settings frame;
  private final long cycleMicros;
  private final int runs;
  private final int warmUp;

  /**
   * The runs of a row.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  RowRuns(
      Map<String, String> setting,
      Map<String, String> with,
      StrategyCatalog strategies,
      MembershipCatalog memberships) {
    words = new RowWords(setting, with);
    strategy =
        strategies
            .parse(words.text("strategy"))
            .within(
                memberships.parse(
                    words.text("overlay"), words.text("detector"), words.wholeNumber("contacts")))
            .guaranteeing(guarantees());
    world = words.constant("world", WorldKind.class);
    workload = words.constant("workload", Workload.class);
    runs = words.wholeNumber("runs");
    warmUp = words.wholeNumber("warm-up");
    cycleMicros = words.micros("cycle");
    frame =
        new Settings(
            shape(),
            new Settings.Load(words.number("rate"), words.duration("limit"), quiet()),
            new Settings.Network(
                words.constant("network", Settings.Network.Model.class),
                Conditions.of(LatencyText.parse(words.text("latency")), words.number("loss"))
                    .withWorkMicros(words.micros("work"))),
            new Settings.Faults(Settings.Faults.Nemesis.NONE, Duration.ofSeconds(10), faults()),
            0);
    requireSense();
  }

  private Guarantees guarantees() {
    String text = words.text("guarantees");
    return text.equals("none") ? Guarantees.NONE : GuaranteeWords.parse(text);
  }

  private Settings.Shape shape() {
    return new Settings.Shape(
        words.wholeNumber("nodes"),
        words.constant("topology", Topology.class),
        new Settings.Formation(words.duration("join-interval"), words.duration("settle")));
  }

  private List<Fault> faults() {
    String faults = words.text("faults");
    return faults.equals("none") ? List.of() : FaultText.parse(faults);
  }

  private Duration quiet() {
    return words.duration("quiet");
  }

  private void requireSense() {
    if (world == WorldKind.SCALE && !strategy.guarantees().isNone()) {
      throw new IllegalArgumentException("guarantees need \"world\": \"faithful\"");
    }
    if (runs < 1 || cycleMicros < 1) {
      throw new IllegalArgumentException("runs and cycle must be above 0");
    }
    int broadcasts = settings(0).load().plan().size();
    if (warmUp > 0 && warmUp >= broadcasts) {
      throw new IllegalArgumentException(
          "a warm-up of "
              + warmUp
              + " leaves nothing to measure of "
              + broadcasts
              + " planned broadcasts");
    }
    words.wholeNumber("senders");
    words.micros("from");
  }

  /**
   * Checks that a row says no word but settings, what is in their braces and what columns need.
   *
   * @throws IllegalArgumentException naming one that nothing asks for
   */
  void requireNoOtherWords(Set<String> needed) {
    words.requireNoOthers(needed);
  }

  /**
   * The number that a row gives for a word of a column.
   *
   * @throws IllegalArgumentException if it gives none
   */
  double number(String word) {
    return words.given(word);
  }

  /** Whether there is something around the strategy. */
  boolean hasMembership() {
    return !strategy.membership().isNone();
  }

  int nodes() {
    return frame.cluster().nodeCount();
  }

  /** How many runs there are to be. */
  int runs() {
    return runs;
  }

  /** The strategy with the values of all its options, what is around it, and guarantees. */
  String strategy() {
    List<String> words = new ArrayList<>(List.of(strategy.spec()));
    words.addAll(strategy.membership().words());
    words.addAll(GuaranteeWords.words(strategy.guarantees()));
    return String.join(" ", words);
  }

  /** The cycle that ends nearest to so long after the broadcast. */
  long cycle(long micros) {
    return Math.round((double) micros / cycleMicros);
  }

  /** What decides a run. */
  Settings settings(long seed) {
    Settings.Load load =
        switch (workload) {
          case BROADCAST -> broadcasts(List.of(new PlannedBroadcast(0, 0)), Duration.ofMillis(1));
          case BROADCASTS -> broadcasts(plan(seed), frame.load().limit());
          case MAELSTROM -> frame.load();
        };
    return frame.with(load).withSeed(seed);
  }

  private Settings.Load broadcasts(List<PlannedBroadcast> plan, Duration limit) {
    return new Settings.Load(
        Settings.Load.Workload.BROADCASTS, frame.load().ratePerSecond(), limit, quiet(), plan);
  }

  /** One after the other at so many of the first nodes; each at any node for 0 of them. */
  private List<PlannedBroadcast> plan(long seed) {
    int senders = words.wholeNumber("senders");
    SeededRandom random = new SeededRandom(seed, SENDERS_STREAM);
    double gapMicros = 1e6 / frame.load().ratePerSecond();
    long fromMicros = words.micros("from");
    long limitMicros = words.micros("limit");
    List<PlannedBroadcast> plan = new ArrayList<>();
    for (long micros = fromMicros;
        micros < limitMicros;
        micros = fromMicros + (long) (plan.size() * gapMicros)) {
      int sender = senders == 0 ? random.nextInt(nodes()) : plan.size() % senders;
      plan.add(new PlannedBroadcast(sender, micros));
    }
    return plan;
  }

  /** Makes a run, and another of just its warm-up, if it has one. */
  Measured run(long seed) {
    Settings whole = settings(seed);
    return new Measured(run(strategy, whole), warmUp == 0 ? null : run(strategy, warmUp(whole)));
  }

  private Settings warmUp(Settings whole) {
    return whole.with(broadcasts(whole.load().plan().subList(0, warmUp), whole.load().limit()));
  }

  private <M extends Message> Outcome run(ConfiguredStrategy<?, M> configured, Settings settings) {
    return Simulation.run(world, configured, settings, Watch.NONE);
  }
}
