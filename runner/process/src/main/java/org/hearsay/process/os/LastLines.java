package org.hearsay.process.os;

import java.util.ArrayDeque;
import java.util.List;

/** The last lines of a text that may be endless. */
final class LastLines {
  private static final int MAX_LINES = 32;
  private static final int MAX_CHARS = 500;

  private final ArrayDeque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    lines.add(line.length() > MAX_CHARS ? line.substring(0, MAX_CHARS) + "..." : line);
    if (lines.size() > MAX_LINES) {
      lines.remove();
    }
  }

  synchronized List<String> all() {
    return List.copyOf(lines);
  }
}
