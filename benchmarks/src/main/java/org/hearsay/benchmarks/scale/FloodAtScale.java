package org.hearsay.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How near the scale world comes to the hand-written kernel on one workload: a flood over a random
 * graph with eight arcs out of each node, latencies uniform from 10 to 100 ms, a broadcast every
 * 100 ms. Engines take turns, each in a JVM of its own, and medians are printed with their ratio.
 */
final class FloodAtScale {
  private static final int ROUNDS = 5;
  private static final long MESSAGES = 40_000_000;

  /** What one JVM printed. */
  private record Sample(long messages, long nanos, long liveBytes, long peakBytes) {
    double millionsPerSecond() {
      return messages * 1e3 / nanos;
    }
  }

  private FloodAtScale() {}

  /** Measures each of the numbers of nodes given, or 1,000 to 1,000,000. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000, 1_000_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    System.out.println("      nodes  kernel M/s  flood M/s  ratio  live B/node  peak B/node");
    for (int nodes : sizes) {
      int rumors = (int) Math.max(10, Math.min(500, MESSAGES / (8L * nodes)));
      List<Double> kernel = new ArrayList<>();
      List<Double> flood = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        kernel.add(run("kernel", nodes, rumors).millionsPerSecond());
        flood.add(run("flood", nodes, rumors).millionsPerSecond());
      }
      Sample memory = run("memory", nodes, rumors);
      System.out.printf(
          Locale.ROOT,
          "%11d  %10.1f  %9.1f  %5.2f  %11.0f  %11.0f%n",
          nodes,
          median(kernel),
          median(flood),
          median(flood) / median(kernel),
          (double) memory.liveBytes / nodes,
          (double) memory.peakBytes / nodes);
    }
  }

  private static double median(List<Double> samples) {
    return samples.stream().sorted().toList().get(samples.size() / 2);
  }

  /**
   * The heap is as large as the engine needs, and of a fixed size: no time goes into growing it.
   */
  private static Sample run(String engine, int nodes, int rumors)
      throws IOException, InterruptedException {
    long heapMegabytes =
        engine.equals("memory") ? 24 + nodes * 330L / 1_000_000 : 200 + nodes / 500;
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes + "m",
                "-Xms" + heapMegabytes + "m",
                "-Xmn" + Math.max(8, heapMegabytes / 16) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                Measured.class.getName(),
                engine,
                Integer.toString(nodes),
                Integer.toString(rumors))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException(engine + " with " + nodes + " nodes failed");
      }
      long[] numbers = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
      return new Sample(numbers[0], numbers[1], numbers[2], numbers[3]);
    }
  }
}
