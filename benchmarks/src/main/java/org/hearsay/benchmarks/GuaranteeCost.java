package org.hearsay.benchmarks;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
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
 * What does each guarantee of the runtime cost a node, in time for a line of gossip? As {@link
 * NodeEndToEnd}, with values from all over the cluster; what nodes say to each other for a
 * guarantee is among the lines.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class GuaranteeCost {
  static final int LINES = 2000;

  private static final int ORIGINS = 24;

  /** What the node runs, as on the command line. */
  @Param("delta-ack")
  public String strategy = "";

  /** What it guarantees, as on the command line, in one word. */
  @Param({
    "none",
    "retain=1s",
    "order=fifo",
    "order=causal",
    "flow",
    "trail",
    "retain=1s,order=causal,flow"
  })
  public String guarantees = "";

  private @Nullable NodeReplay replay;

  /** Rehearses. */
  @Setup
  public void rehearse() {
    rehearse(LINES);
  }

  void rehearse(int lines) {
    ConfiguredStrategy<?, ?> parsed = StrategyCatalog.ofClassPath().parse(strategy);
    replay =
        new NodeReplay(
            guarantees.equals("none")
                ? parsed
                : parsed.guaranteeing(GuaranteeWords.parse(guarantees)),
            ORIGINS,
            lines);
  }

  /** A node's life. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long linesIn() throws IOException {
    return Objects.requireNonNull(replay).run();
  }
}
