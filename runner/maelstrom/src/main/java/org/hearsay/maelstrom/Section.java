package org.hearsay.maelstrom;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import us.bpsm.edn.Keyword;

/** A map of a results file, and where in it: {@code :net :servers}. */
final class Section {

  /** Something is not as Maelstrom writes it; the message is a clause about the file. */
  static final class UnexpectedException extends Exception {
    private static final long serialVersionUID = 1;

    UnexpectedException(String clause) {
      super(clause);
    }
  }

  private final String place;
  private final Map<?, ?> entries;

  private Section(String place, Map<?, ?> entries) {
    this.place = place;
    this.entries = entries;
  }

  static Section root(Map<?, ?> entries) {
    return new Section("", entries);
  }

  private static Keyword keyword(String key) {
    return Keyword.newKeyword(key);
  }

  private String placeOf(String key) {
    return (place.isEmpty() ? "" : place + " ") + ":" + key;
  }

  boolean has(String key) {
    return entries.get(keyword(key)) != null;
  }

  /** Its keywords, without the colon. */
  Set<String> keys() {
    return entries.keySet().stream()
        .filter(Keyword.class::isInstance)
        .map(key -> ((Keyword) key).getName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Object required(String key) throws UnexpectedException {
    Object value = entries.get(keyword(key));
    if (value == null) {
      throw new UnexpectedException("has no " + placeOf(key));
    }
    return value;
  }

  Section section(String key) throws UnexpectedException {
    Object value = required(key);
    if (!(value instanceof Map<?, ?> map)) {
      throw new UnexpectedException("has a " + placeOf(key) + " that is no map");
    }
    return new Section(placeOf(key), map);
  }

  Optional<Section> sectionIfAny(String key) throws UnexpectedException {
    return has(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** The text of a value that is just to be shown, if there is any. */
  Optional<String> text(String key) {
    return Optional.ofNullable(entries.get(keyword(key))).map(String::valueOf);
  }

  long count(String key) throws UnexpectedException {
    return count(placeOf(key), required(key));
  }

  /** A count under a key that is a number, whether that is written 0, 0.0 or 0N. */
  long countAt(String number) throws UnexpectedException {
    String at = place + " " + number;
    BigDecimal wanted = new BigDecimal(number);
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      BigDecimal key = decimal(entry.getKey());
      if (key != null && key.compareTo(wanted) == 0) {
        return count(at, entry.getValue());
      }
    }
    throw new UnexpectedException("has no " + at);
  }

  private static long count(String at, @Nullable Object value) throws UnexpectedException {
    try {
      return number(at, value).longValueExact();
    } catch (ArithmeticException e) {
      throw new UnexpectedException("has a " + at + " that is no whole number: " + value);
    }
  }

  BigDecimal number(String key) throws UnexpectedException {
    return number(placeOf(key), required(key));
  }

  Optional<BigDecimal> numberIfAny(String key) throws UnexpectedException {
    return has(key) ? Optional.of(number(key)) : Optional.empty();
  }

  private static BigDecimal number(String at, @Nullable Object value) throws UnexpectedException {
    BigDecimal number = decimal(value);
    if (number == null) {
      throw new UnexpectedException("has a " + at + " that is no number: " + value);
    }
    return number;
  }

  private static @Nullable BigDecimal decimal(@Nullable Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    return value instanceof Long number ? BigDecimal.valueOf(number) : null;
  }
}
