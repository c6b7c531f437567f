package org.hearsay.process.os;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lines of text of which only the beginning is kept if they are long. */
final class BoundedLines {
  private static final int MAX_CHARS = 10_000;

  private BoundedLines() {}

  /** The next line or its beginning, or null at the end. */
  static @Nullable String next(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = reader.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.length() < MAX_CHARS) {
        line.append((char) next);
      }
      next = reader.read();
    }
    return line.toString();
  }
}
