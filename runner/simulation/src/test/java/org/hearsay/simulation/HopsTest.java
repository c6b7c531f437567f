package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.service.Count;
import org.hearsay.node.trail.Hops;
import org.hearsay.scenario.Settings;
import org.junit.jupiter.api.Test;

/** Guards against hops on the wire that are not those that rumors took. */
final class HopsTest {

  /** Counts hops by who got what from whom, and compares what nodes tell each other. */
  private static final class Way implements RunObserver {
    private final Map<List<Long>, Integer> hops = new HashMap<>();
    private final Map<Long, Integer> last = new HashMap<>();
    private int told;

    @Override
    public void delivered(long micros, int node, int from, long rumor) {
      int hop =
          node == from ? 0 : Objects.requireNonNull(hops.get(List.of((long) from, rumor))) + 1;
      hops.put(List.of((long) node, rumor), hop);
      last.merge(rumor, hop, Math::max);
    }

    @Override
    public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
      for (Message message : envelope) {
        if (message instanceof Hops each) {
          each.ids().stream()
              .forEach(
                  rumor -> {
                    assertEquals(hops.get(List.of((long) from, rumor)), each.hop());
                    told++;
                  });
        }
      }
    }

    double meanLastHop() {
      return last.values().stream().mapToInt(hop -> hop).average().orElseThrow();
    }
  }

  @Test
  void nodesKnowHowManyHopsRumorsTookAndCostNothingElse() {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Load(100, Duration.ofSeconds(2), Duration.ofSeconds(3)));
    ConfiguredStrategy<?, ?> plain = TestFlood.configured(false);
    Way way = new Way();
    Outcome trailed =
        Simulation.run(
            plain.guaranteeing(GuaranteeWords.parse(Map.of("trail", ""))), settings, way);
    Outcome untrailed = Simulation.run(plain, settings);
    assertEquals(trailed.spread().meanLastHop(), way.meanLastHop(), 1e-9);
    assertEquals(trailed.traffic().payloads(), way.told);
    assertEquals(untrailed.deliveryHash(), trailed.deliveryHash());
    assertEquals(untrailed.traffic().messages(), trailed.traffic().messages());
    assertEquals(
        Map.of(Count.DUPLICATES, trailed.traffic().payloads() - trailed.spread().deliveries()),
        trailed.counts().together());
    assertEquals(Map.of(), untrailed.counts().together());
    assertTrue(trailed.traffic().bytes() > untrailed.traffic().bytes());
  }
}
