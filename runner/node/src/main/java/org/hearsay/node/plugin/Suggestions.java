package org.hearsay.node.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a user probably meant. */
public final class Suggestions {

  private Suggestions() {}

  /**
   * A clause to end an error with: the nearest known word, if it is near, and all of them.
   *
   * @param noun what the words are, in the plural
   */
  public static String didYouMean(String written, Collection<String> known, String noun) {
    String all = noun + ": " + (known.isEmpty() ? "none" : String.join(", ", known));
    return nearest(written, known)
        .map(word -> "did you mean \"" + word + "\"? (" + all + ")")
        .orElse(all);
  }

  private static Optional<String> nearest(String written, Collection<String> known) {
    int tolerance = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(word -> distance(written, word) <= tolerance)
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** Edits of one character that turn one word into the other (Levenshtein 1966). */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
