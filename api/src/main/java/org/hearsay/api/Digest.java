package org.hearsay.api;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rumors a node knows, whatever the order they came in: for each source (an origin in one of
 * its incarnations, numbered within this process) the ranges of sequence numbers known, ascending
 * and with gaps between them. A range that begins at 0 ends at what the literature calls the
 * watermark. Two nodes that know the same rumors have equal digests.
 *
 * @param entries the known ranges, ascending by source and start
 */
public record Digest(List<Range> entries) {
  /** The digest of a node that knows nothing. */
  public static final Digest EMPTY = new Digest(List.of());

  /**
   * Sequence numbers {@code start} to {@code end}, the latter excluded, of one source.
   *
   * @param source the source's number in this process
   * @param start the first sequence number, 0 or larger
   * @param end the sequence number after the last one, larger than {@code start}
   */
  public record Range(int source, int start, int end) {
    /** Checks the bounds. */
    public Range {
      if (source < 0 || start < 0 || end <= start) {
        throw new IllegalArgumentException(
            "A range needs a source, and 0 <= start < end: " + source + ", " + start + ", " + end);
      }
    }
  }

  /**
   * Checks the order and keeps a copy.
   *
   * @throws IllegalArgumentException if ranges overlap, touch or are out of order
   */
  public Digest {
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      Range before = entries.get(i - 1);
      Range range = entries.get(i);
      if (range.source < before.source
          || (range.source == before.source && range.start <= before.end)) {
        throw new IllegalArgumentException("Ranges out of order: " + before + ", " + range);
      }
    }
  }

  /** How many rumors it covers. */
  public long rumorCount() {
    return entries.stream().mapToLong(range -> range.end - range.start).sum();
  }

  /** A digest of the given ranges in any order, so long as none overlap; those that touch merge. */
  public static Digest ofRanges(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(
        (a, b) ->
            a.source != b.source
                ? Integer.compare(a.source, b.source)
                : Integer.compare(a.start, b.start));
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last != null && last.source == range.source && last.end == range.start) {
        merged.set(merged.size() - 1, new Range(range.source, last.start, range.end));
      } else {
        merged.add(range);
      }
    }
    return new Digest(merged);
  }
}
