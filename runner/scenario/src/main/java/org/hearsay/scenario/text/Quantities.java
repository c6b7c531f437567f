package org.hearsay.scenario.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times, rates and numbers as text and back: what is printed is read as the same. */
public final class Quantities {

  private record Unit(String name, long size) {}

  private static final List<Unit> TIMES =
      List.of(new Unit("s", 1_000_000), new Unit("ms", 1_000), new Unit("us", 1));
  private static final List<Unit> SIZES =
      List.of(new Unit("MB/s", 1_000_000), new Unit("kB/s", 1_000), new Unit("B/s", 1));
  private static final Pattern QUANTITY = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)([A-Za-z/]+)");

  private static final long MOST_MICROS = 1_000_000_000_000L;

  private Quantities() {}

  /**
   * Reads a time, {@code 250ms}, as microseconds.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static long micros(String text) {
    String expected = "a time such as 2s, 250ms or 80us, and no longer than 1000000s";
    long micros = quantity(text, TIMES, expected);
    if (micros < -MOST_MICROS || micros > MOST_MICROS) {
      throw new IllegalArgumentException(refusal(expected, text));
    }
    return micros;
  }

  /** Writes a time in the largest unit that needs no fraction. */
  public static String micros(long micros) {
    return text(micros, TIMES);
  }

  /**
   * Reads a rate of bytes, {@code 100kB/s}, as bytes a second.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static long bytesPerSecond(String text) {
    return quantity(text, SIZES, "a rate such as 100kB/s, 2MB/s or 500B/s");
  }

  /** Writes a rate of bytes in the largest unit that needs no fraction. */
  public static String bytesPerSecond(long rate) {
    return text(rate, SIZES);
  }

  private static long quantity(String text, List<Unit> units, String expected) {
    Matcher matcher = QUANTITY.matcher(text);
    if (matcher.matches()) {
      for (Unit unit : units) {
        if (unit.name.equals(matcher.group(2))) {
          try {
            return new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit.size))
                .longValueExact();
          } catch (ArithmeticException e) {
            throw new IllegalArgumentException(refusal(expected, text), e);
          }
        }
      }
    }
    throw new IllegalArgumentException(refusal(expected, text));
  }

  private static String text(long value, List<Unit> units) {
    for (Unit unit : units) {
      if (value % unit.size == 0) {
        return value / unit.size + unit.name;
      }
    }
    throw new IllegalStateException("The last unit is 1");
  }

  /**
   * Reads a number.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static double number(String text) {
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(refusal("a number such as 0.02", text), e);
    }
  }

  /** Writes a number without an exponent. */
  public static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * Reads a whole number.
   *
   * @throws IllegalArgumentException saying what to write
   */
  public static int wholeNumber(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(refusal("a whole number", text), e);
    }
  }

  /** One clause that says what to write. */
  public static String refusal(String expected, String written) {
    return "expected " + expected + ", not \"" + written + "\"";
  }
}
