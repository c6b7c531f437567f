package org.hearsay.reproduction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.text.Quantities;
import org.hearsay.scenario.weather.LatencyText;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/** The runs of one row of a table: everything that decides them but the seed. */
final class RowRuns {

  /** What may be set, and what it is if nothing is said; empty for what must be. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("strategy", ""),
          Map.entry("nodes", ""),
          Map.entry("runs", ""),
          Map.entry("world", "scale"),
          Map.entry("topology", "line"),
          Map.entry("network", "ideal"),
          Map.entry("latency", "10ms"),
          Map.entry("workload", "broadcast"),
          Map.entry("rate", "100"),
          Map.entry("limit", "20s"),
          Map.entry("quiet", "10s"),
          Map.entry("cycle", "1s"));

  private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");

  private final Map<String, String> words;
  private final Set<String> used = new TreeSet<>();
  private final ConfiguredStrategy<?, ?> strategy;
  private final WorldKind world;
  private final Settings settings;
  private final long cycleMicros;
  private final int runs;

  /**
   * The runs of a row.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  RowRuns(Map<String, String> setting, Map<String, String> with, StrategyCatalog catalog) {
    words = new HashMap<>(USUAL);
    setting.forEach(this::set);
    with.forEach(words::put);
    strategy = catalog.parse(word("strategy"));
    world = constant("world", WorldKind.class);
    runs = Quantities.wholeNumber(word("runs"));
    cycleMicros = Quantities.micros(word("cycle"));
    settings =
        new Settings(
            new Settings.Shape(
                Quantities.wholeNumber(word("nodes")), constant("topology", Topology.class)),
            load(constant("workload", Workload.class)),
            new Settings.Network(
                constant("network", Settings.Network.Model.class),
                LatencyText.parse(word("latency")),
                0),
            new Settings.Faults(Settings.Faults.Nemesis.NONE, Duration.ofSeconds(10)),
            0);
    requireSense();
  }

  /** What clients do. */
  private enum Workload {
    /** One broadcasts once, at node 0 as soon as it is there. */
    BROADCAST,
    /** Maelstrom's broadcast workload. */
    MAELSTROM
  }

  private void set(String key, String value) {
    if (!USUAL.containsKey(key)) {
      throw unknown(key);
    }
    words.put(key, value);
  }

  private static IllegalArgumentException unknown(String key) {
    return new IllegalArgumentException(
        "there is no setting \""
            + key
            + "\", "
            + Suggestions.didYouMean(key, new TreeSet<>(USUAL.keySet()), "settings"));
  }

  private Settings.Load load(Workload workload) {
    Duration quiet = duration("quiet");
    return switch (workload) {
      case BROADCAST ->
          new Settings.Load(
              Settings.Load.Workload.BROADCASTS,
              1,
              Duration.ofMillis(1),
              quiet,
              List.of(new PlannedBroadcast(0, 0)));
      case MAELSTROM ->
          new Settings.Load(Quantities.number(word("rate")), duration("limit"), quiet);
    };
  }

  /**
   * Checks that a row says no word but settings, what is in their braces and what columns need.
   *
   * @throws IllegalArgumentException naming one that nothing asks for
   */
  void requireNoOtherWords(Set<String> needed) {
    words.keySet().stream()
        .filter(key -> !USUAL.containsKey(key) && !used.contains(key) && !needed.contains(key))
        .forEach(
            key -> {
              throw unknown(key);
            });
  }

  private void requireSense() {
    if (runs < 1 || cycleMicros < 1) {
      throw new IllegalArgumentException("runs and cycle must be above 0");
    }
  }

  private Duration duration(String key) {
    return Duration.ofMillis(Quantities.micros(word(key)) / 1_000);
  }

  /** The value of a setting, with words in braces replaced. */
  private String word(String key) {
    Matcher matcher = WORD.matcher(Objects.requireNonNull(words.get(key)));
    StringBuilder value = new StringBuilder();
    while (matcher.find()) {
      used.add(matcher.group(1));
      matcher.appendReplacement(
          value, Matcher.quoteReplacement(replacement(key, matcher.group(1))));
    }
    matcher.appendTail(value);
    if (value.length() == 0) {
      throw new IllegalArgumentException("the setting \"" + key + "\" is missing");
    }
    return value.toString();
  }

  private String replacement(String key, String word) {
    String replacement = words.get(word);
    if (replacement == null) {
      throw new IllegalArgumentException(
          "the setting \""
              + key
              + "\" has {"
              + word
              + "}, which the row does not say under \"with\"");
    }
    return replacement;
  }

  private <E extends Enum<E>> E constant(String key, Class<E> type) {
    String written = word(key);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String text = constant.name().toLowerCase(Locale.ROOT);
      if (text.equals(written)) {
        return constant;
      }
      known.add(text);
    }
    throw new IllegalArgumentException(
        "there is no "
            + key
            + " \""
            + written
            + "\", "
            + Suggestions.didYouMean(written, known, "known"));
  }

  /**
   * The number that a row gives for a word.
   *
   * @throws IllegalArgumentException if it gives none
   */
  double number(String word) {
    String value = words.get(word);
    if (value == null) {
      throw new IllegalArgumentException("a column needs \"" + word + "\" under \"with\"");
    }
    return Quantities.number(value);
  }

  int nodes() {
    return settings.cluster().nodeCount();
  }

  /** How many runs there are to be. */
  int runs() {
    return runs;
  }

  /** The strategy with the values of all its options. */
  String strategy() {
    return strategy.spec();
  }

  /** The cycle that ends nearest to so long after the broadcast. */
  long cycle(long micros) {
    return Math.round((double) micros / cycleMicros);
  }

  Settings settings(long seed) {
    return settings.withSeed(seed);
  }

  /** Makes a run. */
  Outcome run(long seed) {
    return run(strategy, seed);
  }

  private <M extends Message> Outcome run(ConfiguredStrategy<?, M> configured, long seed) {
    return Simulation.run(world, configured, settings(seed), Watch.NONE);
  }
}
