package org.hearsay.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does a node's rumor log cost as it grows: to append a rumor, to look one up, to say what is
 * known, and to find the 64 rumors that a peer lacks? Rumors come from 25 sources in turns.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx1g"})
@State(Scope.Benchmark)
public class Logs {
  static final int LACKED = 64;

  private static final int SOURCES = 25;
  private static final int QUESTIONS = 1 << 12;

  /** How many rumors are known. */
  @Param({"1000", "100000", "10000000"})
  public int size;

  /** One rumor in so many has not come, and leaves a gap; 0 for none. */
  @Param({"0", "1000"})
  public int gapEvery;

  private AppendOnlyLog known = new AppendOnlyLog();
  private AppendOnlyLog growing = new AppendOnlyLog();
  private int grown;
  private int told;
  private long[] questions = new long[0];
  private int asked;
  private Digest peers = Digest.EMPTY;

  /** Fills a log, and says what a peer knows who lacks its last rumors. */
  @Setup(Level.Iteration)
  public void fill() {
    known = new AppendOnlyLog();
    for (int number = 0; number < size; number++) {
      if (number == size - LACKED) {
        peers = known.digest();
      }
      known.append(rumor(number));
    }
    told = 0;
    SeededRandom random = new SeededRandom(1, size);
    questions = random.longs(QUESTIONS, 0, size).map(number -> rumor((int) number)).toArray();
  }

  /** The rumor that comes as such a number, sources in turns. */
  private long rumor(int number) {
    int sequence = number / SOURCES;
    int gaps = gapEvery == 0 ? 0 : sequence / gapEvery + 1;
    return RumorTable.rumor(number % SOURCES, sequence + gaps);
  }

  /** One more rumor, on the average of a log that grows from nothing to that size. */
  @Benchmark
  public boolean append() {
    if (grown == size) {
      growing = new AppendOnlyLog();
      grown = 0;
    }
    return growing.append(rumor(grown++));
  }

  /** Whether a rumor is known; it is. */
  @Benchmark
  public boolean contains() {
    asked = (asked + 1) & (QUESTIONS - 1);
    return known.contains(questions[asked]);
  }

  /** What is known, after one more rumor, which comes from another source. */
  @Benchmark
  public Digest digest() {
    known.append(RumorTable.rumor(SOURCES, told++));
    return known.digest();
  }

  /** What a peer lacks. */
  @Benchmark
  public Rumors missingFrom() {
    return known.missingFrom(peers);
  }
}
