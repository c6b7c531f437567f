package org.hearsay.node.maelstrom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
    int end = endOfLine();
    if (end == limit || end - position > maxBytes) {
      return nextInPieces();
    }
    byte[] line = Arrays.copyOfRange(buffer, position, end);
    position = end + 1;
    return line;
  }

  /** Where the line that is next ends, or where the buffer does. */
  private int endOfLine() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private byte @Nullable [] nextInPieces() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    while (fill()) {
      int start = position;
      position = endOfLine();
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
    return endOfLine() < limit;
  }

  /** Whether {@link #next} would have to wait, as far as the stream can tell. */
  boolean isEmpty() throws IOException {
    return !hasNext() && in.available() == 0;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(in.read(buffer), 0);
    }
    return limit > 0;
  }
}
