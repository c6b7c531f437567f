package org.hearsay.strategies;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.Settings;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/** The plug-ins of this module as a user has them: found on the class path, chosen by text. */
final class Installed {
  private static final StrategyCatalog CATALOG = StrategyCatalog.ofClassPath();
  private static final MembershipCatalog MEMBERSHIPS = MembershipCatalog.ofClassPath();

  private Installed() {}

  static List<String> names() {
    return CATALOG.all().stream().map(StrategyDescriptor::name).toList();
  }

  static ConfiguredStrategy<?, ?> parse(String spec) {
    return CATALOG.parse(spec);
  }

  /** A strategy with an overlay and a detector around it, joined through one node. */
  static ConfiguredStrategy<?, ?> parse(String strategy, String overlay, String detector) {
    return CATALOG.parse(strategy).within(MEMBERSHIPS.parse(overlay, detector, 1));
  }

  static Outcome run(String spec, Settings settings, RunObserver... observers) {
    return run(WorldKind.FAITHFUL, parse(spec), settings, observers);
  }

  static Outcome run(WorldKind world, String spec, Settings settings) {
    return run(world, parse(spec), settings);
  }

  static <M extends Message> Outcome run(
      WorldKind world,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      RunObserver... observers) {
    return Simulation.run(world, strategy, settings, Watch.NONE, observers);
  }

  /** What a run lost, and the command that shows it. */
  static String account(Outcome outcome) {
    return outcome.strict() + "\n" + ReplayCommand.of(outcome.strategy(), outcome.settings());
  }
}
