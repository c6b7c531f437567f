package org.hearsay.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does one message cost in the simulation, from its sending to all that its arrival leads to?
 * A flood over a grid of 1024 nodes in either world, the making of the nodes included.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class SimulatorStep {
  private static final int SIDE = 32;
  private static final int NODES = SIDE * SIDE;
  private static final int BROADCASTS = 5;

  /** What a flood costs: sum(degree) - (n - 1) messages per broadcast. */
  static final int MESSAGES = BROADCASTS * (4 * SIDE * (SIDE - 1) - (NODES - 1));

  /** Which world. */
  @Param public WorldKind world = WorldKind.SCALE;

  private final ConfiguredStrategy<?, ?> flood = StrategyCatalog.ofClassPath().parse("flood");
  private final Settings settings = settings();

  private static Settings settings() {
    List<PlannedBroadcast> plan =
        IntStream.range(0, BROADCASTS)
            .mapToObj(i -> new PlannedBroadcast(i * 37 % NODES, i * 100_000L))
            .toList();
    Settings challenge = Settings.challenge(1);
    return new Settings(
        new Settings.Shape(NODES, Topology.GRID),
        new Settings.Load(
            Settings.Load.Workload.BROADCASTS,
            10,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            plan),
        new Settings.Network(Settings.Network.Model.IDEAL, new Latency.Range(10_000, 100_000), 0),
        challenge.faults(),
        challenge.seed());
  }

  /** A run; returns how many messages there were. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long message() {
    return Simulation.run(world, flood, settings, Watch.NONE).traffic().messages();
  }
}
