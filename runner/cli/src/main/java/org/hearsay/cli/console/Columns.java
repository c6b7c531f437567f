package org.hearsay.cli.console;

/** Text in columns. */
public final class Columns {

  private Columns() {}

  /** A text with spaces after it, so many characters in all. */
  public static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
