package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;

/** The log of the node that a callback is for, read from columns. */
final class PointedLog implements RumorLog {
  private final LogColumns columns;
  private final int nodeCount;
  private final DigestPool pool = new DigestPool();
  private int node;

  /** What was worked out for each node since its log changed. */
  private Digest[] digests = new Digest[0];

  private final AscendingRumors ascending;

  PointedLog(LogColumns columns, int nodeCount) {
    this.columns = columns;
    this.nodeCount = nodeCount;
    this.ascending = new AscendingRumors(columns.numbers());
  }

  void pointAt(int id) {
    node = id;
  }

  /** Forgets the digest of a node whose log has changed. */
  @SuppressWarnings("NullAway") // Elements are null until worked out.
  void changed(int id) {
    if (digests.length > 0) {
      digests[id] = null;
    }
  }

  @Override
  public long size() {
    return columns.size(node);
  }

  @Override
  public long get(long position) {
    checkBounds(position, position + 1);
    return rumor((int) position);
  }

  private long rumor(int position) {
    return columns.numbers().rumor(columns.number(node, position));
  }

  @Override
  public boolean contains(long rumor) {
    return columns.knows(node, columns.numbers().of(rumor));
  }

  @Override
  public Rumors slice(long from, long to) {
    checkBounds(from, to);
    long[] rumors = new long[(int) (to - from)];
    for (int i = 0; i < rumors.length; i++) {
      rumors[i] = rumor((int) from + i);
    }
    return Rumors.of(rumors);
  }

  private void checkBounds(long from, long to) {
    if (from < 0 || to < from || to > size()) {
      throw new IndexOutOfBoundsException(
          "Positions " + from + " to " + to + " of a log of " + size() + " rumors");
    }
  }

  @Override
  public Digest digest() {
    if (digests.length == 0) {
      digests = new Digest[nodeCount];
    }
    Digest digest = digests[node];
    if (digest == null) {
      digest = pool.shared(newDigest());
      digests[node] = digest;
    }
    return digest;
  }

  private Digest newDigest() {
    List<Digest.Range> ranges = new ArrayList<>();
    long start = -1;
    long end = -1;
    ascending.update();
    for (int i = 0; i < ascending.size(); i++) {
      if (columns.knows(node, ascending.number(i))) {
        long rumor = ascending.rumor(i);
        if (rumor != end) {
          addRange(start, end, ranges);
          start = rumor;
        }
        end = rumor + 1;
      }
    }
    addRange(start, end, ranges);
    return new Digest(ranges);
  }

  private static void addRange(long start, long end, List<Digest.Range> ranges) {
    if (start >= 0) {
      int first = RumorTable.sequence(start);
      ranges.add(
          new Digest.Range(RumorTable.sourceNumber(start), first, first + (int) (end - start)));
    }
  }

  @Override
  public Rumors missingFrom(Digest peer) {
    RumorIds.Builder lacked = RumorIds.builder();
    if (!peer.equals(digest())) {
      ascending.update();
      long covered = 0;
      for (Digest.Range range : peer.entries()) {
        addKnown(covered, start(range), lacked);
        covered = end(range);
      }
      addKnown(covered, Long.MAX_VALUE, lacked);
    }
    return new Rumors(lacked.build());
  }

  /** Adds the rumors known here from one to another, the latter excluded. */
  private void addKnown(long from, long to, RumorIds.Builder rumors) {
    for (int i = ascending.indexFrom(from); i < ascending.size() && ascending.rumor(i) < to; i++) {
      if (columns.knows(node, ascending.number(i))) {
        rumors.add(ascending.rumor(i));
      }
    }
  }

  @Override
  public RumorIds missingHere(Digest peer) {
    RumorIds.Builder missing = RumorIds.builder();
    if (!peer.equals(digest())) {
      for (Digest.Range range : peer.entries()) {
        for (long rumor = start(range); rumor < end(range); rumor++) {
          if (!contains(rumor)) {
            missing.add(rumor);
          }
        }
      }
    }
    return missing.build();
  }

  private static long start(Digest.Range range) {
    return RumorTable.rumor(range.source(), range.start());
  }

  private static long end(Digest.Range range) {
    return RumorTable.rumor(range.source(), range.end());
  }
}
