package org.hearsay.benchmarks.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/**
 * One engine measured in a JVM of its own, as {@link FloodAtScale} starts it.
 *
 * <p>Prints the messages that arrived, the processor time in nanoseconds, the bytes that live on
 * the heap while most is under way, and the resident memory at its highest, in bytes.
 */
final class Measured {
  private static final int DEGREE = 8;
  private static final int WARM_UP_NODES = 2_000;
  private static final int WARM_UPS = 6;

  /** The most that was alive, looked at while a run goes on. */
  static final class LiveMemory implements Watch {
    private static final int BETWEEN = 100;
    private int looks;
    private long most;

    @Override
    public boolean goOn(SoFar soFar) {
      if (looks++ % BETWEEN == 0) {
        most = Math.max(most, used());
      }
      return true;
    }

    long most() {
      return most;
    }
  }

  private Measured() {}

  /** Measures: {@code kernel|flood|memory}, the number of nodes, the number of broadcasts. */
  public static void main(String[] args) {
    String engine = args[0];
    int nodes = Integer.parseInt(args[1]);
    int rumors = Integer.parseInt(args[2]);
    if (engine.equals("memory")) {
      LiveMemory memory = new LiveMemory();
      long before = used();
      long messages = flood(nodes, rumors, 1, memory);
      System.out.printf(
          Locale.ROOT, "%d 0 %d %d%n", messages, memory.most() - before, peakResident());
      return;
    }
    for (int i = 0; i < WARM_UPS; i++) {
      run(engine, Math.min(nodes, WARM_UP_NODES), 200, i);
    }
    long start = processorNanos();
    long messages = run(engine, nodes, rumors, 1);
    System.out.printf(Locale.ROOT, "%d %d 0 0%n", messages, processorNanos() - start);
  }

  private static long run(String engine, int nodes, int rumors, long seed) {
    return engine.equals("kernel")
        ? new FloodKernel(nodes, DEGREE, rumors, seed).run()
        : flood(nodes, rumors, seed, Watch.NONE);
  }

  private static long flood(int nodes, int rumors, long seed, Watch watch) {
    Settings settings =
        new Settings(
            new Settings.Shape(nodes, Topology.OUT8),
            new Settings.Load(
                Workload.BROADCASTS, 10, Duration.ofMillis(100L * rumors), Duration.ofSeconds(5)),
            new Settings.Network(
                Settings.Network.Model.IDEAL, new Latency.Range(10_000, 100_000), 0),
            Settings.challenge(seed).faults(),
            seed);
    return simulate(StrategyCatalog.ofClassPath().parse("flood"), settings, watch);
  }

  private static <M extends Message> long simulate(
      ConfiguredStrategy<?, M> strategy, Settings settings, Watch watch) {
    return Simulation.run(WorldKind.SCALE, strategy, settings, watch).traffic().messages();
  }

  static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** What Linux calls VmHWM; 0 elsewhere. */
  static long peakResident() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
