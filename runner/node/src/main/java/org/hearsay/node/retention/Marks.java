package org.hearsay.node.retention;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the rumors of a log came, by a few marks: each says how long the log was at a moment. So age
 * takes no memory per rumor, and is known to within the distance of two marks, which grows if there
 * come to be many.
 */
final class Marks {
  private record Mark(long micros, long size) {}

  private static final int MOST = 1_000;

  private long apartMicros;
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long lastMicros = Long.MIN_VALUE;
  private long size;

  /** Marks that are at least so far apart. */
  Marks(long apartMicros) {
    this.apartMicros = apartMicros;
  }

  /** A rumor comes, and was so-manyeth in the log: its position. Positions may be left out. */
  void add(long micros, long position) {
    Mark last = marks.peekLast();
    if (last == null || micros >= last.micros + apartMicros) {
      marks.add(new Mark(micros, position));
      thinOut();
    }
    lastMicros = micros;
    size = position + 1;
  }

  private void thinOut() {
    if (marks.size() > MOST) {
      apartMicros *= 2;
      for (int i = marks.size(); i > 0; i--) {
        Mark mark = marks.remove();
        if (i % 2 == 0) {
          marks.add(mark);
        }
      }
    }
  }

  /** All rumors before this position came at a moment or earlier, and are not needed any more. */
  long positionAt(long micros) {
    if (micros >= lastMicros) {
      return size;
    }
    long position = 0;
    for (Mark mark : marks) {
      if (mark.micros > micros) {
        break;
      }
      position = mark.size;
    }
    return position;
  }

  /** Nothing before a position is asked for again. */
  void forget(long position) {
    for (Mark first = marks.peek(); first != null; first = marks.peek()) {
      marks.remove();
      Mark next = marks.peek();
      if (next == null ? size > position : next.size > position) {
        marks.addFirst(first);
        return;
      }
    }
  }

  /**
   * The first moment at which more will have come than a position says; {@link Long#MAX_VALUE} if
   * nothing has come there.
   */
  long microsAfter(long position) {
    for (Mark mark : marks) {
      if (mark.size > position) {
        return mark.micros;
      }
    }
    return size > position ? lastMicros : Long.MAX_VALUE;
  }
}
