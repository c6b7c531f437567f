package org.hearsay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long nodes take to start, from their launch to the last one's reply to {@code init}: one, and
 * as many as Maelstrom starts at once; and how much processor time each has then used.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 10)
@Fork(1)
@State(Scope.Benchmark)
public class StartUp {
  private static final String INIT =
      "{\"src\":\"c0\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"msg_id\":1,\"node_id\":\"n0\","
          + "\"node_ids\":[\"n0\",\"n1\"]}}\n";

  /** How many start at once. */
  @Param({"1", "25"})
  public int nodes;

  /** What they run, as on the command line. */
  @Param("flood")
  public String strategy = "";

  /** The launcher, which {@code benchmarks/run} names. */
  private final String launcher = Objects.requireNonNull(System.getProperty("hearsay.launcher"));

  private final List<Process> running = new ArrayList<>();

  /** What the nodes have used when the last one has replied. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Processor {
    /** Milliseconds of processor time, launcher included: summed over ten starts, by node. */
    public double cpuMillisPerTenNodes;
  }

  /** Starts the nodes and reads their replies. */
  @Benchmark
  public void untilTheLastReply(Processor processor) throws IOException {
    for (int i = 0; i < nodes; i++) {
      running.add(start());
    }
    for (Process node : running) {
      BufferedReader replies = node.inputReader(StandardCharsets.UTF_8);
      if (!String.valueOf(replies.readLine()).contains("init_ok")) {
        throw new IOException("A node did not start: " + launcher + " --strategy=" + strategy);
      }
    }
    Duration used = Duration.ZERO;
    for (Process node : running) {
      used = used.plus(node.info().totalCpuDuration().orElse(Duration.ZERO));
    }
    processor.cpuMillisPerTenNodes = used.dividedBy(nodes).toNanos() / 1e6;
  }

  private Process start() throws IOException {
    Process node =
        new ProcessBuilder(launcher, "--strategy=" + strategy)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    node.getOutputStream().write(INIT.getBytes(StandardCharsets.UTF_8));
    node.getOutputStream().flush();
    return node;
  }

  /** Ends the nodes' input, and waits for their end. */
  @TearDown(Level.Iteration)
  public void stop() throws InterruptedException {
    for (Process node : running) {
      try {
        node.getOutputStream().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      node.waitFor();
    }
    running.clear();
  }
}
