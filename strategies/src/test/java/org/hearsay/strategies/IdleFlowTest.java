package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against flow control that has something to say though nothing flows. */
final class IdleFlowTest {
  private static final Settings A_MINUTE_OF_REST =
      Settings.challenge(1)
          .with(new Settings.Shape(8, Topology.TOTAL))
          .with(
              new Settings.Load(
                  Settings.Load.Workload.BROADCASTS,
                  2,
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(60)));

  /** When all have heard of all. */
  private static final long IDLE_MICROS = 20_000_000;

  private static final class Idle implements RunObserver {
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int envelopes;
    private long bytes;

    @Override
    public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
      if (micros > IDLE_MICROS) {
        envelopes++;
        bytes += line.length;
        envelope.forEach(each -> kinds.merge(each.getClass().getSimpleName(), 1, Integer::sum));
      }
    }
  }

  private static Idle run(ConfiguredStrategy<?, ?> strategy, Guarantees guarantees) {
    Idle idle = new Idle();
    Installed.run(WorldKind.FAITHFUL, strategy.guaranteeing(guarantees), A_MINUTE_OF_REST, idle);
    return idle;
  }

  @ParameterizedTest
  @ValueSource(strings = {"swim", "lifeguard"})
  void aDetectorsEnvelopesAreThoseOfAClusterWithoutIt(String detector) {
    ConfiguredStrategy<?, ?> strategy = Installed.parse("flood", "static", detector);
    Idle without = run(strategy, Guarantees.NONE);
    Idle with = run(strategy, GuaranteeWords.parse("flow"));
    assertTrue(without.envelopes > 200, "they go on");
    assertEquals(without.kinds, with.kinds);
    assertEquals(without.envelopes, with.envelopes);
    assertEquals(without.bytes, with.bytes);
  }
}
