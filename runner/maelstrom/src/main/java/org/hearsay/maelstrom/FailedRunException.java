package org.hearsay.maelstrom;

import java.util.List;

/** Maelstrom ended without results; the message says how. */
public final class FailedRunException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<String> lastLines;

  FailedRunException(String sentence, List<String> lastLines) {
    super(sentence);
    this.lastLines = List.copyOf(lastLines);
  }

  /** What Maelstrom said at last. */
  public List<String> lastLines() {
    return lastLines;
  }
}
