package org.hearsay.process.os;

import java.util.ArrayDeque;
import java.util.List;
import org.hearsay.process.protocol.Shown;

/** The last lines of a text that may be endless. */
final class LastLines {
  private static final int MAX_LINES = 32;
  private static final int MAX_CHARS = 500;

  private final ArrayDeque<String> lines = new ArrayDeque<>();

  synchronized void add(String line) {
    String harmless = Shown.harmless(line.replace('\t', ' '));
    lines.add(harmless.length() > MAX_CHARS ? harmless.substring(0, MAX_CHARS) + "..." : harmless);
    if (lines.size() > MAX_LINES) {
      lines.remove();
    }
  }

  synchronized List<String> all() {
    return List.copyOf(lines);
  }
}
