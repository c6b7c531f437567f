package org.hearsay.benchmarks.scale;

import java.time.Duration;
import java.util.Locale;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/** A run, or several if it is small, in a JVM of its own, as {@link Growth} starts it. */
final class GrowthRun {
  private static final int WARM_UP_NODES = 2_000;
  private static final int WARM_UPS = 20;

  /** Small runs are repeated. */
  private static final int NODES_IN_ALL = 200_000;

  /** Counts what happens. */
  private static final class Counter implements Watch {
    private long all;
    private long inThisRun;

    @Override
    public boolean goOn(SoFar soFar) {
      inThisRun = soFar.events();
      return true;
    }

    void next() {
      all += inThisRun;
    }
  }

  private GrowthRun() {}

  /** Measures: {@code time|memory}, the strategy, the number of nodes, that of broadcasts. */
  public static void main(String[] args) {
    ConfiguredStrategy<?, ?> strategy = StrategyCatalog.ofClassPath().parse(args[1]);
    int nodes = Integer.parseInt(args[2]);
    int broadcasts = Integer.parseInt(args[3]);
    if (args[0].equals("memory")) {
      Measured.LiveMemory memory = new Measured.LiveMemory();
      long before = Measured.used();
      run(strategy, nodes, broadcasts, memory);
      System.out.printf(
          Locale.ROOT, "0 0 0 %d %d 0%n", memory.most() - before, Measured.peakResident());
      return;
    }
    for (int i = 0; i < WARM_UPS; i++) {
      run(strategy, Math.min(nodes, WARM_UP_NODES), broadcasts, Watch.NONE);
    }
    int repeats = Math.max(1, NODES_IN_ALL / nodes);
    Counter counter = new Counter();
    long messages = 0;
    long virtualMicros = 0;
    long start = Measured.processorNanos();
    for (int i = 0; i < repeats; i++) {
      Outcome outcome = run(strategy, nodes, broadcasts, counter);
      counter.next();
      messages += outcome.traffic().messages();
      virtualMicros += outcome.endMicros();
    }
    long nanos = Measured.processorNanos() - start;
    System.out.printf(
        Locale.ROOT,
        "%d %d %d 0 0 %d%n",
        messages / repeats,
        counter.all / repeats,
        nanos / repeats,
        virtualMicros / repeats);
  }

  private static Outcome run(
      ConfiguredStrategy<?, ?> strategy, int nodes, int broadcasts, Watch watch) {
    Settings settings =
        new Settings(
            new Settings.Shape(nodes, Topology.RANDOM),
            new Settings.Load(
                Workload.BROADCASTS, broadcasts, Duration.ofSeconds(1), Duration.ofMinutes(1)),
            new Settings.Network(
                Settings.Network.Model.IDEAL,
                new Latency.Maelstrom(Latency.Distribution.UNIFORM, 50),
                0),
            Settings.challenge(1).faults(),
            1);
    return Simulation.run(WorldKind.SCALE, strategy, settings, watch);
  }
}
