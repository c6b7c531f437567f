package org.hearsay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;

/** Guards against a benchmark that does not run, does nothing or leaves out a strategy. */
final class StrategyStepTest {

  private static List<String> parameters() throws NoSuchFieldException {
    return Arrays.asList(
        StrategyStep.class.getField("strategy").getAnnotation(Param.class).value());
  }

  @Test
  void everyInstalledStrategyIsMeasured() throws NoSuchFieldException {
    StrategyCatalog catalog = StrategyCatalog.ofClassPath();
    assertEquals(catalog.all().stream().map(each -> each.name()).toList(), parameters());
  }

  @Test
  void everyStrategyDoesSomethingInAStep() throws NoSuchFieldException {
    for (String strategy : parameters()) {
      StrategyStep benchmark = new StrategyStep();
      benchmark.strategy = strategy;
      benchmark.choose();
      assertTrue(benchmark.broadcastAndTimer() >= StrategyStep.STEPS, strategy);
    }
  }
}
