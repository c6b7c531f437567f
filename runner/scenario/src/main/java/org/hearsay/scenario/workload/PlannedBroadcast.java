package org.hearsay.scenario.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.text.Quantities;

/**
 * A broadcast at a given node and time; as text {@code n3@1500ms}, with commas between several.
 *
 * @param node at which
 * @param micros when, counted from the first operation
 */
public record PlannedBroadcast(int node, long micros) {
  private static final long STREAM = -4;
  private static final String FORM = "a broadcast such as n3@1500ms";

  /** Checks the time. */
  public PlannedBroadcast {
    if (node < 0 || micros < 0) {
      throw new IllegalArgumentException("A broadcast needs a node and a time of 0 or more");
    }
  }

  /** The broadcasts of a run, in order: those that are planned, or at equal gaps random ones. */
  public static List<PlannedBroadcast> of(Settings settings) {
    Settings.Load load = settings.load();
    return load.plan().isEmpty() ? drawn(settings) : load.plan();
  }

  private static List<PlannedBroadcast> drawn(Settings settings) {
    SeededRandom random = new SeededRandom(settings.seed(), STREAM);
    double gapMicros = 1e6 / settings.load().ratePerSecond();
    long limitMicros = TimeUnit.MICROSECONDS.convert(settings.load().limit());
    List<PlannedBroadcast> all = new ArrayList<>();
    long micros = 0;
    do {
      all.add(new PlannedBroadcast(random.nextInt(settings.cluster().nodeCount()), micros));
      micros = (long) (all.size() * gapMicros);
    } while (micros < limitMicros);
    return all;
  }

  /**
   * Reads broadcasts, none from an empty text; what {@link #text} writes is read as the same.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static List<PlannedBroadcast> parse(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(",", -1)).map(PlannedBroadcast::parseOne).toList();
  }

  private static PlannedBroadcast parseOne(String text) {
    int at = text.indexOf('@');
    if (!text.startsWith("n") || at < 0) {
      throw new IllegalArgumentException(Quantities.refusal(FORM, text));
    }
    return new PlannedBroadcast(
        Quantities.wholeNumber(text.substring(1, at)), Quantities.micros(text.substring(at + 1)));
  }

  /** Broadcasts as text. */
  public static String text(List<PlannedBroadcast> plan) {
    return plan.stream()
        .map(broadcast -> "n" + broadcast.node + "@" + Quantities.micros(broadcast.micros))
        .collect(Collectors.joining(","));
  }
}
