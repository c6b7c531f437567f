package org.hearsay.cli.installed;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where strategies are that are not built in. This is known before there are any commands, as those
 * need to know what is installed.
 */
public final class Plugins {
  /** Names the place among the words of a command. */
  public static final String OPTION = "--plugins";

  /** Names it in the environment, for all commands. */
  public static final String VARIABLE = "HEARSAY_PLUGINS";

  private static final String END_OF_OPTIONS = "--";

  private Plugins() {}

  /**
   * The place that the words name, or else the variable.
   *
   * @param words the words of any command
   * @param variable the value of the variable, if it is set
   */
  public static Optional<Path> place(String[] words, @Nullable String variable) {
    for (int i = 0; i < words.length && !words[i].equals(END_OF_OPTIONS); i++) {
      if (words[i].startsWith(OPTION + "=")) {
        return Optional.of(Path.of(words[i].substring(OPTION.length() + 1)));
      } else if (words[i].equals(OPTION) && i + 1 < words.length) {
        return Optional.of(Path.of(words[i + 1]));
      }
    }
    return variable == null || variable.isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(variable));
  }
}
