package org.hearsay.process.protocol;

import java.nio.charset.StandardCharsets;

/** A line that Maelstrom could not read. */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARS = 120;

  /** What is wrong, and the line it is wrong with. */
  public MalformedLineException(String what, byte[] line) {
    super(what + (line.length == 0 ? "" : ": " + start(line)));
  }

  /** The beginning of a line, fit to be shown. */
  static String start(byte[] line) {
    int shown = Math.min(line.length, SHOWN_CHARS);
    String text =
        new String(line, 0, shown, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "\u00b7");
    return line.length > shown ? text + "..." : text;
  }
}
