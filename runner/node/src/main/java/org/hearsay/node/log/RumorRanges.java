package org.hearsay.node.log;

import java.util.Arrays;
import java.util.List;
import org.hearsay.api.Digest;

/** The rumors of a digest, to ask for one after the other, and what several digests share. */
public final class RumorRanges {
  /** Where ranges begin, and end: rumors of one source are consecutive numbers. */
  private final long[] starts;

  private final long[] ends;

  private RumorRanges(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** Those of a digest. */
  public static RumorRanges of(Digest digest) {
    List<Digest.Range> ranges = digest.entries();
    long[] starts = new long[ranges.size()];
    long[] ends = new long[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = RumorTable.rumor(ranges.get(i).source(), ranges.get(i).start());
      ends[i] = RumorTable.rumor(ranges.get(i).source(), ranges.get(i).end());
    }
    return new RumorRanges(starts, ends);
  }

  /** Those that are among these and among others. */
  public RumorRanges and(RumorRanges others) {
    long[] bothStarts = new long[starts.length + others.starts.length];
    long[] bothEnds = new long[bothStarts.length];
    int count = 0;
    for (int i = 0, j = 0; i < starts.length && j < others.starts.length; ) {
      long start = Math.max(starts[i], others.starts[j]);
      long end = Math.min(ends[i], others.ends[j]);
      if (start < end) {
        bothStarts[count] = start;
        bothEnds[count++] = end;
      }
      if (ends[i] <= others.ends[j]) {
        i++;
      } else {
        j++;
      }
    }
    return new RumorRanges(Arrays.copyOf(bothStarts, count), Arrays.copyOf(bothEnds, count));
  }

  /** Whether a rumor is among them. */
  public boolean contains(long rumor) {
    int place = Arrays.binarySearch(starts, rumor);
    int range = place >= 0 ? place : -place - 2;
    return range >= 0 && rumor < ends[range];
  }
}
