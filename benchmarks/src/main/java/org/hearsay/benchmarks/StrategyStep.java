package org.hearsay.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.testkit.RecordingNode;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one step of each strategy costs: a client's broadcast and then the timer that is due next,
 * at a node with four neighbors that never answer. A fresh node takes {@link #STEPS} steps.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class StrategyStep {
  static final int STEPS = 256;

  private static final int NODES = 25;

  /** The strategy, as on the command line. */
  @Param({
    "deadline-tree",
    "delta-ack",
    "fanout",
    "flood",
    "full-state",
    "median-counter",
    "push-pull",
    "spanning-tree",
    "oracle"
  })
  public String strategy = "";

  private @Nullable ConfiguredStrategy<?, ?> chosen;

  /** Finds the strategy. */
  @Setup
  public void choose() {
    chosen = StrategyCatalog.ofClassPath().parse(strategy);
  }

  /** Takes the steps; the result keeps them from being optimized away. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long broadcastAndTimer() {
    return takeSteps(Objects.requireNonNull(chosen));
  }

  private static <M extends Message> long takeSteps(ConfiguredStrategy<?, M> strategy) {
    RecordingNode<M> node = new RecordingNode<>(strategy.newStrategy(), 12, NODES, 7, 11, 13, 17);
    long effects = node.start().size();
    for (int step = 0; step < STEPS; step++) {
      effects += node.broadcast().size();
      if (node.hasTimer()) {
        effects += node.fireNext().size();
      }
    }
    return effects;
  }
}
