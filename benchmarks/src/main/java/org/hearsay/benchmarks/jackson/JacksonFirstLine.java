package org.hearsay.benchmarks.jackson;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Which Jackson has read and written its first line sooner, in a JVM that has just started? */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 8, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class JacksonFirstLine {

  /** The version, and whether it binds records. */
  @Param public Way way = Way.STREAM_2;

  /** The classes are loaded, a line is read, and what it says is written again. */
  @Benchmark
  public byte[] firstLine() throws IOException {
    Lines lines = way.lines();
    return lines.write(lines.read(Way.LINE));
  }
}
