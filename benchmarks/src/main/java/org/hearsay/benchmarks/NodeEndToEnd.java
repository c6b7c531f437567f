package org.hearsay.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hearsay.node.maelstrom.LineReader;
import org.hearsay.node.maelstrom.MaelstromNode;
import org.hearsay.node.plugin.ConfiguredStrategy;
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

  private static final long MICROS_OF_ONE_ORIGIN = 1180;
  private static final long MICROS_OF_ALL = 680;

  /** What the cluster runs, as on the command line. */
  @Param("delta-ack")
  public String strategy = "";

  /** At how many nodes the values begin: at one of them, a line is a single run of values. */
  @Param({"1", "24"})
  public int origins;

  private @Nullable ConfiguredStrategy<?, ?> chosen;
  private long[] times = new long[0];
  private byte[] input = new byte[0];

  /** Rehearses. */
  @Setup
  public void rehearse() {
    rehearse(LINES);
  }

  void rehearse(int lines) {
    ConfiguredStrategy<?, ?> parsed = StrategyCatalog.ofClassPath().parse(strategy);
    chosen = parsed;
    List<Rehearsal.Line> heard =
        Rehearsal.heard(
            parsed, origins, origins == 1 ? MICROS_OF_ONE_ORIGIN : MICROS_OF_ALL, lines);
    times = heard.stream().mapToLong(Rehearsal.Line::micros).toArray();
    input =
        heard.stream()
            .map(line -> line.text() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
  }

  /** A node's life. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long linesIn() throws IOException {
    return new Replay().run();
  }

  /** A fresh node, and the time. */
  private final class Replay {
    private long nowMicros;
    private long printed;
    private final OutputStream out =
        new BufferedOutputStream(OutputStream.nullOutputStream(), 64 * 1024);
    private final MaelstromNode node =
        Rehearsal.newNode(Objects.requireNonNull(chosen), () -> nowMicros, this::print);

    /** Returns how many lines it has printed. */
    long run() throws IOException {
      LineReader reader =
          new LineReader(
              new ByteArrayInputStream(input), LineReader.MAX_LINE_BYTES, this::failOnLongLine);
      for (long micros : times) {
        nowMicros = micros;
        node.handle(Objects.requireNonNull(reader.next()));
        if (node.nextDeadlineMicros() <= nowMicros) {
          node.fireTimers();
        }
      }
      return printed;
    }

    private void print(byte[] line) {
      try {
        out.write(line);
        out.write('\n');
        printed++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void failOnLongLine() {
      throw new IllegalStateException("A line was too long");
    }
  }
}
