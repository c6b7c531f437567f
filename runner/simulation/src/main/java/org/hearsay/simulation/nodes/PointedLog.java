package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  /** The numbers of the rumors by source and sequence number. */
  private int[] ascending = new int[0];

  PointedLog(LogColumns columns, int nodeCount) {
    this.columns = columns;
    this.nodeCount = nodeCount;
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
    return Rumors.of(IntStream.range((int) from, (int) to).mapToLong(this::rumor).toArray());
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
    for (int number : ascending()) {
      if (columns.knows(node, number)) {
        long rumor = columns.numbers().rumor(number);
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

  private int[] ascending() {
    RumorNumbers numbers = columns.numbers();
    if (ascending.length < numbers.size()) {
      ascending =
          IntStream.range(0, numbers.size())
              .mapToLong(numbers::rumor)
              .sorted()
              .mapToInt(numbers::of)
              .toArray();
    }
    return ascending;
  }

  @Override
  public Rumors missingFrom(Digest peer) {
    RumorIds.Builder lacked = RumorIds.builder();
    if (!peer.equals(digest())) {
      int next = 0;
      for (int number : ascending()) {
        long rumor = columns.numbers().rumor(number);
        while (next < peer.entries().size() && end(peer.entries().get(next)) <= rumor) {
          next++;
        }
        boolean covered = next < peer.entries().size() && start(peer.entries().get(next)) <= rumor;
        if (!covered && columns.knows(node, number)) {
          lacked.add(rumor);
        }
      }
    }
    return new Rumors(lacked.build());
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
