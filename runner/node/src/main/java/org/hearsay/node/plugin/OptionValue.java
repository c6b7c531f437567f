package org.hearsay.node.plugin;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of options, as text and back. */
final class OptionValue {
  private static final Pattern DURATION = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(us|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final List<String> UNITS = List.of("h", "m", "s", "ms", "us");

  /** The types that options may have, besides enums. */
  private static final List<Class<?>> TYPES =
      List.of(int.class, long.class, double.class, boolean.class, Duration.class);

  private OptionValue() {}

  /**
   * Reads a value.
   *
   * @throws IllegalArgumentException saying what was expected
   */
  static Object parse(Class<?> type, String text) {
    try {
      if (type == int.class) {
        return Integer.parseInt(text);
      } else if (type == long.class) {
        return Long.parseLong(text);
      } else if (type == double.class) {
        return Double.parseDouble(text);
      } else if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
        return text.equals("true");
      } else if (type == Duration.class) {
        return duration(text);
      } else if (type.isEnum()) {
        return constant(type, text);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Falls through to the one sentence below.
    }
    throw new IllegalArgumentException("expected " + expected(type) + ", not \"" + text + "\"");
  }

  /** Whether options may be of a type. */
  static boolean isSupported(Class<?> type) {
    return TYPES.contains(type) || type.isEnum();
  }

  /** What may be written, for help texts. */
  static String expected(Class<?> type) {
    if (type == Duration.class) {
      return "a duration such as 250ms or 2s";
    } else if (type == boolean.class) {
      return "true or false";
    } else if (type == double.class) {
      return "a number";
    } else if (type.isEnum()) {
      return String.join(
          " or ", Arrays.stream(type.getEnumConstants()).map(OptionValue::text).toList());
    }
    return "a whole number";
  }

  /** The text that {@link #parse} reads back. */
  static String text(Object value) {
    if (value instanceof Duration duration) {
      long nanos = duration.toNanos();
      if (nanos == 0) {
        return "0s";
      }
      return UNITS.stream()
          .filter(unit -> nanos % nanos(unit) == 0)
          .findFirst()
          .map(unit -> nanos / nanos(unit) + unit)
          .orElseGet(() -> BigDecimal.valueOf(nanos, 3).stripTrailingZeros() + "us");
    } else if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    return String.valueOf(value);
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new NumberFormatException();
    }
    BigDecimal nanos =
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanos(matcher.group(2))));
    return Duration.ofNanos(nanos.longValueExact());
  }

  private static long nanos(String unit) {
    return NANOS.getOrDefault(unit, 0L);
  }

  private static Object constant(Class<?> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> text(constant).equals(text))
        .findFirst()
        .orElseThrow(NumberFormatException::new);
  }
}
