package org.hearsay.node.order;

import java.util.Arrays;
import org.hearsay.node.log.RumorTable;

/** Up to where the rumors of each source are shown to readers, or gone: no later one is. */
final class Shown {
  private int[] ends = new int[16];

  /** The first sequence number of a source that is neither shown nor gone. */
  int end(int source) {
    return source < ends.length ? ends[source] : 0;
  }

  /** Whether a rumor is shown, or gone. */
  boolean covers(long rumor) {
    return RumorTable.sequence(rumor) < end(RumorTable.sourceNumber(rumor));
  }

  /** All rumors of a source before a sequence number are shown, or gone. */
  void moveTo(int source, int end) {
    if (source >= ends.length) {
      ends = Arrays.copyOf(ends, Math.max(source + 1, 2 * ends.length));
    }
    ends[source] = end;
  }
}
