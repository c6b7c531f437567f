package org.hearsay.benchmarks.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the cost of a run grows with the number of nodes: ten broadcasts within a second over a
 * random topology, latencies uniform around 50 ms, as {@code simulate --nodes} has it. Each run has
 * a JVM of its own, and another one for memory.
 */
final class Growth {
  private static final List<String> STRATEGIES = List.of("flood", "spanning-tree", "push-pull");
  private static final int BROADCASTS = 10;

  /**
   * Heap beside what grows with nodes, and bytes a node, which are more than any strategy needs.
   */
  private static final long BASE_MEGABYTES = 256;

  private static final long BYTES_A_NODE = 6_000;

  private Growth() {}

  /** Measures each of the numbers of nodes given, or 1,000 to 1,000,000, with each strategy. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000, 1_000_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    System.out.println(
        "strategy           nodes  messages/node  /log2(n)  ns/message  ns/event  live B/node"
            + "  peak B/node  CPU s  virtual s");
    for (String strategy : STRATEGIES) {
      for (int nodes : sizes) {
        long[] time = run("time", strategy, nodes);
        long[] memory = run("memory", strategy, nodes);
        print(strategy, nodes, time, memory);
      }
    }
  }

  private static void print(String strategy, int nodes, long[] time, long[] memory) {
    double messages = (double) time[0] / nodes;
    System.out.printf(
        Locale.ROOT,
        "%-14s %9d  %13.1f  %8.2f  %10.0f  %8.0f  %11.0f  %11.0f  %5.1f  %9.1f%n",
        strategy,
        nodes,
        messages,
        messages * Math.log(2) / Math.log(nodes),
        (double) time[2] / time[0],
        (double) time[2] / time[1],
        (double) memory[3] / nodes,
        (double) memory[4] / nodes,
        time[2] / 1e9,
        time[5] / 1e6);
  }

  /** Messages, events, processor time, live and resident bytes, and the end in virtual time. */
  private static long[] run(String what, String strategy, int nodes)
      throws IOException, InterruptedException {
    long megabytes = BASE_MEGABYTES + nodes * BYTES_A_NODE / 1_000_000;
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-Xmx" + megabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                GrowthRun.class.getName(),
                what,
                strategy,
                Integer.toString(nodes),
                Integer.toString(BROADCASTS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      if (process.waitFor() != 0 || line == null) {
        throw new IllegalStateException(strategy + " with " + nodes + " nodes failed");
      }
      return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }
  }
}
