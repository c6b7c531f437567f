package org.hearsay.node.maelstrom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, none of them longer than a limit. */
public final class LineReader {
  /** The longest line a node reads, and so the longest it sends. */
  public static final int MAX_LINE_BYTES = 16 * 1024 * 1024;

  private final InputStream in;
  private final int maxBytes;
  private final Runnable onTooLong;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;

  /**
   * A reader that skips lines longer than {@code maxBytes}, telling {@code onTooLong} as soon as
   * one is.
   */
  public LineReader(InputStream in, int maxBytes, Runnable onTooLong) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.onTooLong = onTooLong;
  }

  /** The next line without its end, or null at the end of the stream. */
  public byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (fill()) {
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      if (tooLong) {
        line.reset();
      } else if (line.size() + position - start > maxBytes) {
        tooLong = true;
        onTooLong.run();
      } else {
        line.write(buffer, start, position - start);
      }
      if (position < limit) {
        position++;
        if (!tooLong) {
          return line.toByteArray();
        }
        line.reset();
        tooLong = false;
      }
    }
    return tooLong || line.size() == 0 ? null : line.toByteArray();
  }

  /** Whether the next line has arrived, so that {@link #next} would not wait for it. */
  public boolean hasNext() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return true;
      }
    }
    return false;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
    }
    return limit > 0;
  }
}
