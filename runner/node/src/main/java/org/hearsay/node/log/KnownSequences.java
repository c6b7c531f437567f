package org.hearsay.node.log;

import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.roaringbitmap.RoaringBitmap;

/**
 * The sequence numbers known of one source: all below a watermark, and those above it that came
 * early. A source in order costs one {@code int}, whatever its length.
 */
final class KnownSequences {
  private int watermark;
  private final RoaringBitmap early = new RoaringBitmap();

  boolean contains(int sequence) {
    return sequence < watermark || early.contains(sequence);
  }

  /** Adds a sequence number; whether it was new. */
  boolean add(int sequence) {
    if (sequence > watermark) {
      return early.checkedAdd(sequence);
    }
    if (sequence < watermark) {
      return false;
    }
    watermark++;
    if (!early.isEmpty() && early.first() == watermark) {
      int end = (int) early.nextAbsentValue(watermark);
      early.remove((long) watermark, (long) end);
      watermark = end;
    }
    return true;
  }

  /** Appends the known ranges, ascending. */
  void addRanges(int source, List<Digest.Range> ranges) {
    if (watermark > 0) {
      ranges.add(new Digest.Range(source, 0, watermark));
    }
    for (long start = early.nextValue(0); start >= 0; ) {
      int end = (int) early.nextAbsentValue((int) start);
      ranges.add(new Digest.Range(source, (int) start, end));
      start = early.nextValue(end);
    }
  }

  /** Appends the sequence numbers of a range that are not known here. */
  void addAbsent(Digest.Range range, RumorIds.Builder absent) {
    for (int sequence = Math.max(range.start(), watermark); sequence < range.end(); sequence++) {
      if (!early.contains(sequence)) {
        absent.add(RumorTable.rumor(range.source(), sequence));
      }
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
    for (long sequence = early.nextValue(from);
        sequence >= 0 && sequence < to;
        sequence = early.nextValue((int) sequence + 1)) {
      known.add(RumorTable.rumor(source, (int) sequence));
    }
  }
}
