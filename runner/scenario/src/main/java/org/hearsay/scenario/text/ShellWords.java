package org.hearsay.scenario.text;

import java.util.List;
import java.util.stream.Collectors;

/** Words as one types them to a shell. */
public final class ShellWords {
  private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

  private ShellWords() {}

  /** The words in one line, quoted where a shell would take them for something else. */
  public static String join(List<String> words) {
    return words.stream().map(ShellWords::quote).collect(Collectors.joining(" "));
  }

  private static String quote(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
