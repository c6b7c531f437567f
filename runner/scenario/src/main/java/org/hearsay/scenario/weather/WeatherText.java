package org.hearsay.scenario.weather;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.scenario.text.Quantities;
import org.hearsay.scenario.weather.Conditions.Bursts;
import org.hearsay.scenario.weather.Conditions.Reordering;

/**
 * Conditions as text, one after the other with commas between them; what is not there is not.
 *
 * <pre>
 * latency=lognormal:50ms:0.5           see {@link LatencyText}
 * loss=0.02                            the probability that a message is lost
 * burst=0.01x200ms                     of spells of 200 ms, link by link, one in 100 loses all
 * burst=0.01x200msx0.5                 ... or half
 * duplicate=0.01                       the probability that a message comes twice
 * reorder=0.05x50ms                    the probability that it is held back, and for how long
 * bandwidth=100kB/s                    how fast a node can send
 * corrupt=0.001                        the probability that a message has a wrong bit
 * truncate=0.001                       the probability that it lacks its end
 * work=10ms                            how long a node is busy with it, or with a request
 * </pre>
 */
public final class WeatherText {
  private static final List<String> KEYS =
      List.of(
          "latency",
          "loss",
          "burst",
          "duplicate",
          "reorder",
          "bandwidth",
          "corrupt",
          "truncate",
          "work");

  private WeatherText() {}

  /**
   * Reads conditions; what {@link #of} writes is read as the same.
   *
   * @param usual what goes where nothing is said
   * @throws IllegalArgumentException saying what to write
   */
  public static Conditions parse(String text, Conditions usual) {
    Conditions conditions = usual;
    Set<String> seen = new LinkedHashSet<>();
    if (!text.isEmpty()) {
      for (String one : text.split(",", -1)) {
        int equals = one.indexOf('=');
        String key = equals < 0 ? one : one.substring(0, equals);
        if (!KEYS.contains(key)) {
          throw new IllegalArgumentException(
              "Weather " + one + ": " + Suggestions.didYouMean(key, KEYS, "weathers"));
        }
        if (!seen.add(key)) {
          throw new IllegalArgumentException("Weather " + one + ": " + key + " is there twice");
        }
        try {
          conditions = with(conditions, key, one.substring(equals + 1));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("Weather " + one + ": " + e.getMessage(), e);
        }
      }
    }
    return conditions;
  }

  private static Conditions with(Conditions conditions, String key, String value) {
    return switch (key) {
      case "latency" -> conditions.with(LatencyText.parse(value));
      case "loss" -> conditions.withLoss(Quantities.number(value));
      case "burst" -> conditions.with(bursts(value));
      case "duplicate" -> conditions.withDuplicate(Quantities.number(value));
      case "reorder" -> conditions.with(reordering(value));
      case "bandwidth" -> conditions.withBytesPerSecond(Quantities.bytesPerSecond(value));
      case "corrupt" -> conditions.withDamage(Quantities.number(value), conditions.truncate());
      case "truncate" -> conditions.withDamage(conditions.corrupt(), Quantities.number(value));
      case "work" -> conditions.withWorkMicros(Quantities.micros(value));
      default -> throw new IllegalStateException(key);
    };
  }

  private static Bursts bursts(String text) {
    String[] parts = text.split("x", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException(
          Quantities.refusal("a probability and a length such as 0.01x200ms", text));
    }
    return new Bursts(
        Quantities.number(parts[0]),
        Quantities.micros(parts[1]),
        parts.length == 3 ? Quantities.number(parts[2]) : 1);
  }

  private static Reordering reordering(String text) {
    String[] parts = text.split("x", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          Quantities.refusal("a probability and a delay such as 0.05x50ms", text));
    }
    return new Reordering(Quantities.number(parts[0]), Quantities.micros(parts[1]));
  }

  /** Conditions as text. */
  public static String of(Conditions conditions) {
    List<String> parts = new ArrayList<>();
    parts.add("latency=" + conditions.latency().text());
    add(parts, "loss", conditions.loss());
    Bursts bursts = conditions.bursts();
    if (!bursts.equals(Bursts.NONE)) {
      String spells = Quantities.number(bursts.probability()) + "x" + micros(bursts);
      parts.add(
          "burst="
              + (bursts.loss() == 1 ? spells : spells + "x" + Quantities.number(bursts.loss())));
    }
    add(parts, "duplicate", conditions.duplicate());
    Reordering reordering = conditions.reordering();
    if (!reordering.equals(Reordering.NONE)) {
      parts.add(
          "reorder="
              + Quantities.number(reordering.probability())
              + "x"
              + Quantities.micros(reordering.delayMicros()));
    }
    if (conditions.bytesPerSecond() > 0) {
      parts.add("bandwidth=" + Quantities.bytesPerSecond(conditions.bytesPerSecond()));
    }
    add(parts, "corrupt", conditions.corrupt());
    add(parts, "truncate", conditions.truncate());
    if (conditions.workMicros() > 0) {
      parts.add("work=" + Quantities.micros(conditions.workMicros()));
    }
    return String.join(",", parts);
  }

  private static String micros(Bursts bursts) {
    return Quantities.micros(bursts.lengthMicros());
  }

  private static void add(List<String> parts, String key, double probability) {
    if (probability > 0) {
      parts.add(key + "=" + Quantities.number(probability));
    }
  }
}
