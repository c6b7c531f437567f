package org.hearsay.scenario.weather;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hearsay.scenario.text.Quantities;
import org.hearsay.scenario.weather.Latency.Distribution;

/**
 * Latencies as text: {@code 100ms} (always), {@code 80ms..120ms} (each equally likely), {@code
 * uniform:100ms} and {@code exponential:100ms} (as Maelstrom draws them), {@code
 * lognormal:50ms:0.5} (median and sigma), {@code geographic} (nineteen regions), {@code
 * matrix:0ms+80ms/80ms+0ms:0.15} (rows of a {@link MatrixLatency}, and its jitter).
 */
public final class LatencyText {
  private static final String EXPECTED =
      "a latency such as 100ms, 80ms..120ms, uniform:100ms, exponential:100ms, lognormal:50ms:0.5,"
          + " geographic or matrix:0ms+80ms/80ms+0ms";
  private static final long MICROS_PER_MILLI = 1_000;

  private LatencyText() {}

  /**
   * Reads a latency; what {@link Latency#text} writes is read as the same.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static Latency parse(String text) {
    int dots = text.indexOf("..");
    if (dots >= 0) {
      return new Latency.Range(
          Quantities.micros(text.substring(0, dots)), Quantities.micros(text.substring(dots + 2)));
    }
    String[] words = text.split(":", -1);
    String form = words[0] + "/" + words.length;
    return switch (form) {
      case "geographic/1" -> new GeographicLatency();
      case "matrix/2" -> new MatrixLatency(rows(words[1]), 0);
      case "matrix/3" -> new MatrixLatency(rows(words[1]), Quantities.number(words[2]));
      case "lognormal/3" ->
          new LognormalLatency(Quantities.micros(words[1]), Quantities.number(words[2]));
      case "uniform/2", "exponential/2" ->
          maelstrom(
              Distribution.valueOf(words[0].toUpperCase(Locale.ROOT)), Quantities.micros(words[1]));
      default -> {
        if (words.length > 1 || text.isEmpty() || !Character.isDigit(text.charAt(0))) {
          throw new IllegalArgumentException(Quantities.refusal(EXPECTED, text));
        }
        yield constant(Quantities.micros(text));
      }
    };
  }

  private static List<List<Long>> rows(String text) {
    return Stream.of(text.split("/", -1))
        .map(row -> Stream.of(row.split("\\+", -1)).map(Quantities::micros).toList())
        .toList();
  }

  private static Latency constant(long micros) {
    return micros % MICROS_PER_MILLI == 0
        ? maelstrom(Distribution.CONSTANT, micros)
        : new Latency.Range(micros, micros);
  }

  private static Latency maelstrom(Distribution distribution, long micros) {
    if (micros % MICROS_PER_MILLI != 0 || micros / MICROS_PER_MILLI > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          Quantities.refusal(
              "whole milliseconds, as Maelstrom draws them", Quantities.micros(micros)));
    }
    return new Latency.Maelstrom(distribution, (int) (micros / MICROS_PER_MILLI));
  }
}
