package org.hearsay.benchmarks.jackson;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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

/** Which Jackson reads and writes a line of gossip faster, 2.22 or 3.2? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class JacksonRoundTrip {

  /** The version, and whether it binds records. */
  @Param public Way way = Way.STREAM_2;

  private @Nullable Lines lines;

  /** Makes what a node has from its start. */
  @Setup
  public void choose() {
    lines = way.lines();
  }

  /** A line is read, and what it says is written again. */
  @Benchmark
  public byte[] roundTrip() throws IOException {
    Lines chosen = Objects.requireNonNull(lines);
    return chosen.write(chosen.read(Way.LINE));
  }
}
