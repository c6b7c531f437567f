package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against guarantees that do not get along: a rumor held back that takes the room of the one
 * it waits for, an order that is forgotten in a restart, a life that is not told as what it is.
 */
final class GuaranteesTogetherTest {
  private static final Settings KILLS =
      Settings.challenge(1)
          .with(new Settings.Shape(6, Topology.TOTAL))
          .with(new Settings.Load(30, Duration.ofSeconds(15), Duration.ofSeconds(60)))
          .with(
              new Settings.Faults(Settings.Faults.Nemesis.KILL, Duration.ofSeconds(1), List.of()));

  private static void check(ConfiguredStrategy<?, ?> plain, String guarantees) {
    ConfiguredStrategy<?, ?> strategy = plain.guaranteeing(GuaranteeWords.parse(guarantees));
    OrderChecker order = new OrderChecker(strategy.guarantees().order());
    Outcome outcome = Installed.run(WorldKind.FAITHFUL, strategy, KILLS, order);
    assertTrue(outcome.strict().valid(), () -> Installed.account(outcome));
    assertEquals(List.of(), order.violations());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order=causal,retain-count=60",
        "order=fifo,retain-count=60",
        "order=causal,data",
        "order=causal,data,retain-count=100,flow,trail"
      })
  void alone(String guarantees) {
    check(Installed.parse("flood"), guarantees);
    check(Installed.parse("delta-ack"), guarantees);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "order=causal,data,flow,trail"})
  void withAnOverlayAndADetector(String guarantees) {
    check(Installed.parse("flood", "full", "lifeguard"), guarantees);
    check(Installed.parse("delta-ack", "full", "lifeguard"), guarantees);
  }
}
