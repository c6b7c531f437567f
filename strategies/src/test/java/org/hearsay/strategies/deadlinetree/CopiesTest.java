package org.hearsay.strategies.deadlinetree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** Found by chaos: each copy that the network made was passed on, and down a long chain many. */
class CopiesTest {
  private static final Settings LONG_CHAIN =
      Settings.challenge(1)
          .with(new Settings.Shape(40, Topology.LINE))
          .with(
              new Settings.Load(
                  Workload.BROADCASTS, 5, Duration.ofSeconds(2), Duration.ofMinutes(1)));

  @Test
  void copiesDoNotMultiply() {
    Outcome plain = run(LONG_CHAIN);
    Outcome copied = run(LONG_CHAIN.with(LONG_CHAIN.network().conditions().withDuplicate(0.3)));
    assertTrue(plain.strict().valid() && copied.strict().valid());
    long most = 3 * plain.traffic().messages();
    assertTrue(
        copied.traffic().messages() < most, copied.traffic().messages() + ", at most " + most);
  }

  private static Outcome run(Settings settings) {
    StrategyCatalog catalog = StrategyCatalog.of(new DeadlineTreeModule());
    ConfiguredStrategy<?, ?> strategy = catalog.parse("deadline-tree:degree=1");
    return Simulation.run(strategy, settings);
  }
}
