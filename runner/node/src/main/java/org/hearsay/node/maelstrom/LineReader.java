package org.hearsay.node.maelstrom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, none of them longer than a limit. */
final class LineReader {
  /** The longest line a node reads, and so the longest it sends. */
  static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

  private final InputStream in;
  private final int maxBytes;
  private final Runnable onTooLong;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;

  /** A reader that skips lines longer than {@code maxBytes}, telling {@code onTooLong} of each. */
  LineReader(InputStream in, int maxBytes, Runnable onTooLong) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.onTooLong = onTooLong;
  }

  /** The next line without its end, or null at the end of the stream. */
  byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (fill()) {
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      if (line.size() + position - start > maxBytes) {
        tooLong = true;
      } else {
        line.write(buffer, start, position - start);
      }
      if (position < limit) {
        position++;
        if (!tooLong) {
          return line.toByteArray();
        }
        onTooLong.run();
        line.reset();
        tooLong = false;
      }
    }
    if (tooLong) {
      onTooLong.run();
      return null;
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
    }
    return limit > 0;
  }
}
