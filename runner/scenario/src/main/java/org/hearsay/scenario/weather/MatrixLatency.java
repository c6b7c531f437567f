package org.hearsay.scenario.weather;

import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.text.Quantities;

/**
 * A latency for each pair of places, measured ones for example. Node n is at place n modulo the
 * number of places: with as many places as nodes each has its own.
 *
 * @param micros for each place, from there to each place; not negative
 * @param jitter every latency is multiplied by a factor uniform in [1, 1 + jitter)
 */
public record MatrixLatency(List<List<Long>> micros, double jitter) implements Latency {
  private static final int MOST_PLACES = 1_000;
  private static final double MOST_JITTER = 10;

  /** Checks that it is square. */
  public MatrixLatency {
    micros = micros.stream().map(List::copyOf).toList();
    int places = micros.size();
    if (places < 1
        || places > MOST_PLACES
        || micros.stream().anyMatch(row -> row.size() != places)) {
      throw new IllegalArgumentException(
          "A latency matrix needs as many rows as columns, 1 to " + MOST_PLACES);
    }
    if (micros.stream().flatMap(List::stream).anyMatch(latency -> latency < 0)
        || !(jitter >= 0 && jitter <= MOST_JITTER)) {
      throw new IllegalArgumentException(
          "A latency matrix needs latencies of 0 or more and a jitter from 0 to 10");
    }
  }

  @Override
  public long micros(long seed, int from, int to, long draw) {
    int places = micros.size();
    long base = micros.get(from % places).get(to % places);
    return (long) (base * (1 + jitter * SeededRandom.fraction(draw)));
  }

  @Override
  public String text() {
    String rows =
        micros.stream()
            .map(row -> row.stream().map(Quantities::micros).collect(Collectors.joining("+")))
            .collect(Collectors.joining("/"));
    return "matrix:" + rows + (jitter == 0 ? "" : ":" + Quantities.number(jitter));
  }

  @Override
  public double meanMicros() {
    double mean =
        micros.stream().flatMap(List::stream).mapToLong(Long::longValue).average().orElseThrow();
    return mean * (1 + jitter / 2);
  }
}
