package org.hearsay.cli.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.Suggestions;

/** The constants of an enum as users write them, in lower case. */
public final class Words {

  private Words() {}

  /**
   * The constant that a word stands for.
   *
   * @param option whose value it is, for the error message
   * @throws BadOptionException if there is none
   */
  public static <E extends Enum<E>> E parse(String option, Class<E> type, String word) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return constants.stream()
        .filter(constant -> word(constant).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadOptionException(
                    "There is no "
                        + option
                        + "="
                        + word
                        + ", "
                        + Suggestions.didYouMean(
                            word, constants.stream().map(Words::word).toList(), "possible")));
  }

  /** What users write for a constant. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
