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
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.scenario.text.Quantities;

/** What a table and a row of it say of the row's runs, word by word. */
final class RowWords {

  /** What may be set, and what it is if nothing is said; empty for what must be. */
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("strategy", ""),
          Map.entry("overlay", "static"),
          Map.entry("detector", "none"),
          Map.entry("contacts", "0"),
          Map.entry("guarantees", "none"),
          Map.entry("nodes", ""),
          Map.entry("join-interval", "0s"),
          Map.entry("settle", "0s"),
          Map.entry("runs", ""),
          Map.entry("world", "scale"),
          Map.entry("topology", "line"),
          Map.entry("network", "ideal"),
          Map.entry("latency", "10ms"),
          Map.entry("loss", "0"),
          Map.entry("work", "0s"),
          Map.entry("faults", "none"),
          Map.entry("workload", "broadcast"),
          Map.entry("senders", "0"),
          Map.entry("rate", "100"),
          Map.entry("from", "0s"),
          Map.entry("limit", "20s"),
          Map.entry("warm-up", "0"),
          Map.entry("quiet", "10s"),
          Map.entry("cycle", "1s"));

  private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)}");

  private final Map<String, String> words;
  private final Set<String> used = new TreeSet<>();

  /**
   * The words of a row.
   *
   * @param setting what the table sets
   * @param with what the row sets, and what goes into braces
   * @throws IllegalArgumentException if the table sets what cannot be set
   */
  RowWords(Map<String, String> setting, Map<String, String> with) {
    words = new HashMap<>(USUAL);
    setting.forEach(this::set);
    words.putAll(with);
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

  /**
   * Checks that a row says no word but settings, what is in their braces and what columns need.
   *
   * @throws IllegalArgumentException naming one that nothing asks for
   */
  void requireNoOthers(Set<String> needed) {
    words.keySet().stream()
        .filter(key -> !USUAL.containsKey(key) && !used.contains(key) && !needed.contains(key))
        .forEach(
            key -> {
              throw unknown(key);
            });
  }

  /** The value of a setting, with words in braces replaced. */
  String text(String key) {
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

  int wholeNumber(String key) {
    return Quantities.wholeNumber(text(key));
  }

  double number(String key) {
    return Quantities.number(text(key));
  }

  long micros(String key) {
    return Quantities.micros(text(key));
  }

  Duration duration(String key) {
    return Duration.ofNanos(micros(key) * 1_000);
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    String written = text(key);
    List<String> known = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(written)) {
        return constant;
      }
      known.add(name);
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
   * The number that a row gives for a word of a column.
   *
   * @throws IllegalArgumentException if it gives none
   */
  double given(String word) {
    String value = words.get(word);
    if (value == null) {
      throw new IllegalArgumentException("a column needs \"" + word + "\" under \"with\"");
    }
    return Quantities.number(value);
  }
}
