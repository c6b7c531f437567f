package org.hearsay.reproduction.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against nodes that keep more than they may, or whose reads are not what they keep. */
final class MemoryRunTest {
  private static final int RUMORS = 12_000;

  private static ConfiguredStrategy<?, ?> keeping(String name, String count) {
    return StrategyCatalog.ofClassPath()
        .parse(name)
        .guaranteeing(GuaranteeWords.parse(Map.of("retain-count", count)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delta-ack", "spanning-tree", "push-pull"})
  void nodesKeepWhatTheyMayAndReadsAnswerIt(String name) {
    List<MemoryRun.Stage> stages = new ArrayList<>();
    MemoryRun.run(new MemoryRun.Plan(keeping(name, "3000"), 5, RUMORS, 500), () -> 0, stages::add);
    assertEquals(11, stages.size());
    for (MemoryRun.Stage stage : stages) {
      assertEquals(List.of(), stage.wrong());
      assertTrue(stage.mostRetained() <= 3_000);
      assertEquals(0, stage.expired());
    }
    assertEquals(RUMORS, stages.get(10).rumors());
    assertTrue(stages.get(10).leastRead() >= 3_000 - 3_000 / 64 - 1);
  }

  @Test
  void aLimitThatIsTooLowForTheRateIsKeptAndClientsAreRefused() {
    List<MemoryRun.Stage> stages = new ArrayList<>();
    MemoryRun.run(
        new MemoryRun.Plan(keeping("delta-ack", "500"), 5, 4_000, 2_000), () -> 0, stages::add);
    MemoryRun.Stage last = stages.get(10);
    assertTrue(last.mostRetained() <= 500);
    assertTrue(last.refused() > 0);
    assertEquals(0, last.expired());
  }

  @Test
  void whatIsKnownTakesFarLessThanTwoBitsEach() {
    double bits = Kept.dedupBits(1_000_000, 10_000);
    assertTrue(bits < 0.2, () -> bits + " bits");
  }
}
