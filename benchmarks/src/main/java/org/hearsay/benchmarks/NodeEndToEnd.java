package org.hearsay.benchmarks;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.plugin.StrategyCatalog;
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
 * How many lines of gossip does a node take in per second, each with 64 values on average? All of a
 * real node but its pipes: bytes are split into lines, read, applied and answered, and timers fire.
 * A fresh node hears the lines that a rehearsed one heard from its four neighbors.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class NodeEndToEnd {
  static final int LINES = 2000;

  /** What the cluster runs, as on the command line. */
  @Param("delta-ack")
  public String strategy = "";

  /** At how many nodes the values begin: at one of them, a line is a single run of values. */
  @Param({"1", "24"})
  public int origins;

  private @Nullable NodeReplay replay;

  /** Rehearses. */
  @Setup
  public void rehearse() {
    rehearse(LINES);
  }

  void rehearse(int lines) {
    replay = new NodeReplay(StrategyCatalog.ofClassPath().parse(strategy), origins, lines);
  }

  /** A node's life. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long linesIn() throws IOException {
    return Objects.requireNonNull(replay).run();
  }
}
