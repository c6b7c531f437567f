package org.hearsay.chaos.shrink;

import java.util.List;
import java.util.stream.Stream;
import org.hearsay.chaos.Trial;
import org.hearsay.node.plugin.ConfigOption;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;

/** A run that is easier to understand: weather, network, topology and options as usual. */
final class Simpler {
  private static final Latency USUAL_LATENCY =
      new Latency.Maelstrom(Latency.Distribution.CONSTANT, 100);

  private Simpler() {}

  static Stream<Trial> weather(Trial trial) {
    Conditions now = trial.settings().network().conditions();
    return Stream.of(
            Conditions.of(USUAL_LATENCY, 0),
            now.with(USUAL_LATENCY),
            now.withLoss(0),
            now.with(Conditions.Bursts.NONE),
            now.withDuplicate(0),
            now.with(Conditions.Reordering.NONE),
            now.withBytesPerSecond(0),
            now.withDamage(0, 0))
        .filter(simpler -> !simpler.equals(now))
        .map(simpler -> trial.with(trial.settings().with(simpler)));
  }

  static Stream<Trial> surroundings(Trial trial) {
    Settings settings = trial.settings();
    Settings.Network ideal =
        new Settings.Network(Settings.Network.Model.IDEAL, settings.network().conditions());
    Stream<Settings> networks =
        settings.network().equals(ideal) ? Stream.empty() : Stream.of(settings.with(ideal));
    Stream<Settings> topologies =
        List.of(Topology.LINE, Topology.GRID).stream()
            .filter(topology -> topology.compareTo(settings.cluster().topology()) < 0)
            .map(
                topology ->
                    settings.with(
                        new Settings.Shape(
                            settings.cluster().nodeCount(),
                            topology,
                            settings.cluster().formation())));
    return Stream.concat(networks, topologies).map(trial::with);
  }

  /** Nothing around the strategy, or any contact, and all nodes there from the start. */
  static Stream<Trial> membership(Trial trial) {
    ConfiguredStrategy<?, ?> strategy = trial.strategy();
    ConfiguredMembership around = strategy.membership();
    Settings.Shape shape = trial.settings().cluster();
    Settings.Shape atOnce = new Settings.Shape(shape.nodeCount(), shape.topology());
    return Stream.of(
            trial
                .with(strategy.within(ConfiguredMembership.NONE))
                .with(trial.settings().with(atOnce)),
            trial.with(trial.settings().with(atOnce)),
            trial.with(strategy.within(around.withContacts(0))))
        .filter(simpler -> !simpler.equals(trial));
  }

  /** Each option that is not as the strategy comes, as it comes. */
  static Stream<Trial> options(Trial trial) {
    ConfiguredStrategy<?, ?> strategy = trial.strategy();
    List<ConfigOption> usual = ConfiguredStrategy.withDefaults(strategy.descriptor()).options();
    return usual.stream()
        .filter(option -> !strategy.options().contains(option))
        .map(option -> trial.with(strategy.with(option.key(), option.value())));
  }
}
