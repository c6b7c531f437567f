package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards against a membership in storm that keeps users' rumors waiting: half of a thousand nodes
 * come and go, and those that stay must hear each other hardly later than on a calm day.
 */
final class FairnessTest {
  private static final int NODES = 1_000;
  private static final String STORM = "restless:0.5:20s@0s";

  private static Settings settings(List<Fault> faults) {
    return new Settings(
            new Settings.Shape(
                NODES,
                Topology.RANDOM,
                new Settings.Formation(Duration.ofMillis(2), Duration.ofSeconds(20))),
            new Settings.Load(
                Settings.Load.Workload.BROADCASTS,
                2,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10)),
            new Settings.Network(
                Settings.Network.Model.IDEAL,
                new Latency.Maelstrom(Latency.Distribution.EXPONENTIAL, 100),
                0),
            Settings.challenge(0).faults(),
            1)
        .with(faults);
  }

  /** When rumors came to nodes, and who died. */
  private static final class Arrivals implements RunObserver {
    private final BitSet died = new BitSet();
    private final Map<Long, Map<Integer, Long>> micros = new HashMap<>();
    private final Map<Long, Integer> origins = new HashMap<>();

    @Override
    public void delivered(long now, int node, int from, long rumor) {
      origins.putIfAbsent(rumor, from);
      micros.computeIfAbsent(rumor, any -> new HashMap<>()).putIfAbsent(node, now);
    }

    @Override
    public void died(long now, int node) {
      died.set(node);
    }

    /** From a broadcast at a node that stays to each that does. */
    Histogram latencies(BitSet restless) {
      Histogram latencies = new Histogram(3);
      micros.forEach(
          (rumor, arrivals) -> {
            int origin = origins.get(rumor);
            if (!restless.get(origin)) {
              long born = arrivals.get(origin);
              arrivals.forEach(
                  (node, at) -> {
                    if (!restless.get(node)) {
                      latencies.recordValue(at - born);
                    }
                  });
            }
          });
      return latencies;
    }

    long rumorsOf(BitSet restless) {
      return origins.values().stream().filter(origin -> !restless.get(origin)).count();
    }
  }

  private static Arrivals run(ConfiguredStrategy<?, ?> strategy, List<Fault> faults) {
    Arrivals arrivals = new Arrivals();
    Installed.run(WorldKind.SCALE, strategy, settings(faults), arrivals);
    return arrivals;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"delta-ack | hyparview:active=8", "spanning-tree | hyparview:active=12"})
  void rumorsReachAllWhoStayHardlyLaterInAStorm(String name, String overlay) {
    ConfiguredStrategy<?, ?> strategy = Installed.parse(name, overlay, "lifeguard");
    Arrivals storm = run(strategy, FaultText.parse(STORM));
    BitSet restless = storm.died;
    assertEquals(NODES / 2, restless.cardinality());
    Histogram inStorm = storm.latencies(restless);
    assertEquals(
        storm.rumorsOf(restless) * (NODES - restless.cardinality()),
        inStorm.getTotalCount(),
        "not everywhere");
    Histogram inCalm = run(strategy, List.of()).latencies(restless);
    assertTrue(
        inStorm.getMaxValue() <= 2 * inCalm.getMaxValue(),
        () -> inStorm.getMaxValue() + " us, and in calm " + inCalm.getMaxValue() + " us");
  }
}
