package org.hearsay.node.log;

import java.util.Arrays;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The sequence numbers known of one source: all below a watermark, and those above it that came
 * early. A source in order costs one {@code int}, whatever its length.
 */
final class KnownSequences {
  private int watermark;

  /** Those above the watermark; null if there have been none for a while. */
  private @Nullable RoaringBitmap early;

  boolean contains(int sequence) {
    return sequence < watermark || (early != null && early.contains(sequence));
  }

  /** All below this are known, and it is not. */
  int watermark() {
    return watermark;
  }

  /** How many bytes of memory they take, estimated; 4 of them the reference to this. */
  long bytes() {
    return 4 + 16 + (early == null ? 0 : 80 + early.getLongSizeInBytes());
  }

  /** Whether none are known. */
  boolean isEmpty() {
    return watermark == 0 && early == null;
  }

  /** Adds a sequence number; whether it was new. */
  boolean add(int sequence) {
    if (sequence > watermark) {
      return early().checkedAdd(sequence);
    }
    if (sequence < watermark) {
      return false;
    }
    watermark++;
    if (early != null) {
      swallow(early);
    }
    return true;
  }

  private RoaringBitmap early() {
    RoaringBitmap some = early;
    if (some == null) {
      some = new RoaringBitmap();
      early = some;
    }
    return some;
  }

  /** Moves the watermark over what came early. */
  private void swallow(RoaringBitmap some) {
    if (some.first() == watermark) {
      int end = (int) some.nextAbsentValue(watermark);
      some.remove((long) watermark, (long) end);
      watermark = end;
    }
    if (some.isEmpty()) {
      early = null;
    }
  }

  /** Adds a range of sequence numbers, the last excluded; how many of them were new. */
  long addRange(int start, int end) {
    int from = Math.max(start, watermark);
    if (from >= end) {
      return 0;
    }
    RoaringBitmap some = early();
    long fresh = end - from - some.rangeCardinality(from, end);
    if (from > watermark) {
      some.add((long) from, (long) end);
    } else {
      some.remove((long) from, (long) end);
      watermark = end;
    }
    if (some.isEmpty()) {
      early = null;
    } else {
      swallow(some);
    }
    return fresh;
  }

  /** Appends the known ranges, ascending. */
  void addRanges(int source, List<Digest.Range> ranges) {
    int[] bounds = bounds();
    for (int i = 0; i < bounds.length; i += 2) {
      ranges.add(new Digest.Range(source, bounds[i], bounds[i + 1]));
    }
  }

  /** The known ranges. */
  int[] bounds() {
    return within(0, Integer.MAX_VALUE);
  }

  /** The known ranges as far as they lie between two sequence numbers, the latter excluded. */
  int[] within(int from, int to) {
    int below = Math.min(to, watermark);
    if (early == null) {
      return from < below ? new int[] {from, below} : Bounds.NONE;
    }
    int[] bounds = new int[8];
    int length = 0;
    if (from < below) {
      bounds[0] = from;
      bounds[1] = below;
      length = 2;
    }
    for (long start = early.nextValue(from); start >= 0 && start < to; ) {
      if (length == bounds.length) {
        bounds = Arrays.copyOf(bounds, 2 * length);
      }
      int end = (int) Math.min(early.nextAbsentValue((int) start), to);
      bounds[length++] = (int) start;
      bounds[length++] = end;
      start = early.nextValue(end);
    }
    return Arrays.copyOf(bounds, length);
  }

  /** Appends the sequence numbers of a range that are not known here. */
  void addAbsent(Digest.Range range, RumorIds.Builder absent) {
    int from = Math.max(range.start(), watermark);
    while (from < range.end()) {
      int start = early == null ? from : (int) Math.min(early.nextAbsentValue(from), range.end());
      long next = early == null ? -1 : early.nextValue(start);
      int end = next < 0 ? range.end() : (int) Math.min(next, range.end());
      if (start < end) {
        absent.addRun(RumorTable.rumor(range.source(), start), end - start);
      }
      from = end;
    }
  }

  /** Appends the sequence numbers known here that lie outside ascending ranges. */
  void addOutside(List<Digest.Range> ranges, int source, RumorIds.Builder outside) {
    int from = 0;
    for (Digest.Range range : ranges) {
      addBetween(from, range.start(), source, outside);
      from = range.end();
    }
    addBetween(from, Integer.MAX_VALUE, source, outside);
  }

  private void addBetween(int from, int to, int source, RumorIds.Builder known) {
    for (int sequence = from; sequence < Math.min(to, watermark); sequence++) {
      known.add(RumorTable.rumor(source, sequence));
    }
    if (early == null) {
      return;
    }
    for (long sequence = early.nextValue(from);
        sequence >= 0 && sequence < to;
        sequence = early.nextValue((int) sequence + 1)) {
      known.add(RumorTable.rumor(source, (int) sequence));
    }
  }
}
