package org.hearsay.process.protocol;

/** A line that Maelstrom could not read. */
public final class MalformedLineException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, and the line it is wrong with. */
  public MalformedLineException(String what, byte[] line) {
    super(what + (line.length == 0 ? "" : ": " + Shown.start(line)));
  }
}
