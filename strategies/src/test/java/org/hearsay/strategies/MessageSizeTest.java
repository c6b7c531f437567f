package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.scenario.Settings;
import org.hearsay.simulation.MessageSize;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.nodes.Bundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against estimated sizes that are far from those of the lines that strategies send. */
final class MessageSizeTest {

  static Stream<String> strategies() {
    return Installed.names().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void everyEstimateIsWithinAQuarterOfTheRealLine(String strategy) {
    MessageSize sizes = new MessageSize(Installed.parse(strategy));
    int[] lines = {0};
    RunObserver comparison =
        new RunObserver() {
          @Override
          public void sent(
              long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
            lines[0]++;
            double real = line.length + 1;
            int estimate = sizes.bytes(from, to, Bundle.of(envelope));
            assertEquals(1, estimate / real, 0.25, () -> estimate + " instead of " + real);
          }
        };
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Load(100, Duration.ofSeconds(5), Duration.ofSeconds(3)))
            .withLoss(0.02);
    Installed.run(strategy, settings, comparison);
    assertTrue(lines[0] > 0);
  }
}
