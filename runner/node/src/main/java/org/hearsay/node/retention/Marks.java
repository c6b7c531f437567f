package org.hearsay.node.retention;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * When the rumors of a log came, by a few marks: each says how long the log was after a moment. So
 * age takes no memory per rumor, and is known to within the time that a mark stands for, which
 * grows if there come to be many.
 */
final class Marks {
  private static final int MOST = 1_000;

  private record Mark(long micros, long size) {}

  private long apartMicros;
  private final Deque<Mark> marks = new ArrayDeque<>();

  /** When the first rumor came that is after the last mark, and when the last of all did. */
  private long openedMicros = Long.MIN_VALUE / 2;

  private long lastMicros = Long.MIN_VALUE / 2;
  private long size;

  /** Marks that stand for so much time each. */
  Marks(long apartMicros) {
    this.apartMicros = apartMicros;
  }

  /** A rumor comes, at a position of the log. Positions may be left out. */
  void add(long micros, long position) {
    if (micros >= openedMicros + apartMicros) {
      if (position > 0) {
        marks.add(new Mark(lastMicros, position));
        thinOut();
      }
      openedMicros = micros;
    }
    lastMicros = micros;
    size = position + 1;
  }

  private void thinOut() {
    if (marks.size() > MOST) {
      apartMicros *= 2;
      for (int i = marks.size(); i > 0; i--) {
        Mark mark = marks.remove();
        if (i % 2 == 1) {
          marks.add(mark);
        }
      }
    }
  }

  /** All rumors before this position came at a moment or earlier. */
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
    for (Mark first = marks.peek(); first != null && first.size <= position; ) {
      marks.remove();
      first = marks.peek();
    }
  }

  /**
   * The first moment that all rumors up to some position beyond a given one had come by; {@link
   * Long#MAX_VALUE} if none has come there.
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
