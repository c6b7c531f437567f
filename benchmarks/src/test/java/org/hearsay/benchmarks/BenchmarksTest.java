package org.hearsay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Param;

/** Guards against benchmarks that do not run any more, or measure something else than they say. */
final class BenchmarksTest {

  private static String[] kinds() throws NoSuchFieldException {
    return Codec.class.getField("kind").getAnnotation(Param.class).value();
  }

  @Test
  void everyKindOfMessageIsWrittenAndRead() throws Exception {
    for (String kind : kinds()) {
      Codec benchmark = new Codec();
      benchmark.kind = kind;
      benchmark.sample();
      assertTrue(benchmark.encode().length > 80, kind);
      assertEquals(1, benchmark.decode().envelope().messages().size(), kind);
    }
  }

  @Test
  void noKindOfMessageIsLeftOutOfAStrategyThatIsMeasured() throws NoSuchFieldException {
    Set<String> measured = new TreeSet<>(Arrays.asList(kinds()));
    StrategyCatalog catalog = StrategyCatalog.ofClassPath();
    Set<String> all =
        measured.stream()
            .map(kind -> kind.replaceFirst("/.*", ""))
            .flatMap(
                strategy ->
                    catalog.find(strategy).messageTypes().stream()
                        .map(type -> strategy + "/" + KebabCase.of(type.getSimpleName())))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(all, measured);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void aLogKnowsWhatItWasFilledWith(int gapEvery) {
    Logs benchmark = new Logs();
    benchmark.size = 1000;
    benchmark.gapEvery = gapEvery;
    benchmark.fill();
    assertTrue(benchmark.append());
    assertTrue(benchmark.contains());
    assertEquals(Logs.LACKED, benchmark.missingFrom().size());
    assertEquals(1001, benchmark.digest().rumorCount());
  }

  @ParameterizedTest
  @EnumSource
  void timeGoesOnInEveryQueue(EventQueue.Kind kind) {
    EventQueue benchmark = new EventQueue();
    benchmark.kind = kind;
    benchmark.pending = 1000;
    benchmark.fill();
    long before = 0;
    for (int i = 0; i < 10_000; i++) {
      long now = benchmark.hold();
      assertTrue(now >= before);
      before = now;
    }
    assertTrue(before > 500_000, "10,000 events take ten turns of 55 ms");
  }

  @ParameterizedTest
  @EnumSource
  void aSimulatedFloodCostsWhatItsFormulaSays(WorldKind world) {
    SimulatorStep benchmark = new SimulatorStep();
    benchmark.world = world;
    assertEquals(SimulatorStep.MESSAGES, benchmark.message());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24})
  void aReplayedNodePrintsAsMuchAsTheRehearsedOne(int origins) throws Exception {
    NodeEndToEnd benchmark = new NodeEndToEnd();
    benchmark.strategy = "delta-ack";
    benchmark.origins = origins;
    benchmark.rehearse(200);
    assertTrue(benchmark.linesIn() > 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "retain=1s", "order=causal", "flow", "trail"})
  void aNodeThatGuaranteesSomethingIsReplayedAsWell(String guarantees) throws Exception {
    GuaranteeCost benchmark = new GuaranteeCost();
    benchmark.strategy = "delta-ack";
    benchmark.guarantees = guarantees;
    benchmark.rehearse(200);
    assertTrue(benchmark.linesIn() > 200);
  }

  @Test
  void aClusterRuns() {
    ClusterRun benchmark = new ClusterRun();
    benchmark.choose();
    assertTrue(benchmark.run().strict().valid());
  }
}
