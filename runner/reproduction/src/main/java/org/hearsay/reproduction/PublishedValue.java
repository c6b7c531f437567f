package org.hearsay.reproduction;

import java.math.BigDecimal;

/**
 * A number as it was published: what it is, and how far its rounding may have moved it.
 *
 * @param text as published: {@code 0.037}, {@code 5.8e-4}, {@code 7e4}
 * @param value what that is
 * @param halfUnit half a unit of its last digit
 */
record PublishedValue(String text, double value, double halfUnit) {
  /** Stands for a figure that there is none of. */
  static final String NONE = "-";

  /**
   * Reads a number.
   *
   * @throws IllegalArgumentException if it is none
   */
  static PublishedValue parse(String text) {
    try {
      BigDecimal value = new BigDecimal(text);
      return new PublishedValue(text, value.doubleValue(), value.ulp().doubleValue() / 2);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "a figure must be a number such as 0.037 or 5.8e-4, or \"-\", not \"" + text + "\"", e);
    }
  }
}
