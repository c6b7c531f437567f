package org.hearsay.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does Maelstrom's broadcast test take in the simulation, 25 nodes as challenge 3d has
 * them? It lasts 30 s in its own time: at 30 ms a run, that goes by a thousand times as fast.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class ClusterRun {
  @Param({"flood", "delta-ack", "spanning-tree", "deadline-tree", "push-pull", "full-state"})
  private String strategy = "flood";

  @Param({"SCALE", "FAITHFUL"})
  private WorldKind world = WorldKind.SCALE;

  private @Nullable ConfiguredStrategy<?, ?> chosen;

  /** Finds the strategy. */
  @Setup
  public void choose() {
    chosen = StrategyCatalog.ofClassPath().parse(strategy);
  }

  /** One run, its verdicts included. */
  @Benchmark
  public Outcome run() {
    return Simulation.run(world, Objects.requireNonNull(chosen), Settings.challenge(1), Watch.NONE);
  }
}
