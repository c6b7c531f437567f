package org.hearsay.cli.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.hearsay.node.plugin.BadOptionException;

/**
 * Seeds one after the other.
 *
 * @param first the first of them
 * @param last the last of them
 */
public record SeedRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.\\.(\\d{1,18})");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
  private static final long MOST = 1_000_000;

  /**
   * Reads {@code 1..100}.
   *
   * @throws BadOptionException if it is no range, or too long a one
   */
  public static SeedRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new BadOptionException("--seeds must be as in --seeds=1..100, not " + text);
    }
    SeedRange range =
        new SeedRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    if (range.last < range.first || range.last - range.first >= MOST) {
      throw new BadOptionException(
          "--seeds=" + text + " must name 1 to " + MOST + " seeds, the smaller first");
    }
    return range;
  }

  /**
   * Reads {@code 100}, which is {@code 1..100}, or {@code 17..20}.
   *
   * @throws BadOptionException if it is neither, or too many
   */
  public static SeedRange parseNumberOrRange(String text) {
    if (FORM.matcher(text).matches()) {
      return parse(text);
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new BadOptionException(
          "--seeds must be as in --seeds=100 or --seeds=1..100, not " + text);
    }
    long last = Long.parseLong(text);
    if (last < 1 || last > MOST) {
      throw new BadOptionException("--seeds=" + text + " must be from 1 to " + MOST);
    }
    return new SeedRange(1, last);
  }

  /** All of them, in order. */
  public LongStream stream() {
    return LongStream.rangeClosed(first, last);
  }
}
