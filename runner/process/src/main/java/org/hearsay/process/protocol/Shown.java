package org.hearsay.process.protocol;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What nodes print, fit to be shown: not too long, and without what a terminal would obey. */
public final class Shown {
  private static final int MAX_CHARS = 120;
  private static final Pattern CONTROLS =
      Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);

  private Shown() {}

  /** The beginning of a text. */
  public static String start(String text) {
    return text.length() > MAX_CHARS
        ? harmless(text.substring(0, MAX_CHARS)) + "..."
        : harmless(text);
  }

  /** The beginning of a line. */
  static String start(byte[] line) {
    int length = Math.min(line.length, 4 * MAX_CHARS);
    return start(new String(line, 0, length, StandardCharsets.UTF_8));
  }

  /** All of a text. */
  public static String harmless(String text) {
    return CONTROLS.matcher(text).replaceAll("\u00b7");
  }
}
