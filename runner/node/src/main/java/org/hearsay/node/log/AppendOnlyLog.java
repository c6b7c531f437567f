package org.hearsay.node.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.jspecify.annotations.Nullable;

/** The log of one node: rumors in order of delivery, and for each source which ones they are. */
public final class AppendOnlyLog implements RumorLog {
  private static final KnownSequences NOTHING_KNOWN = new KnownSequences();

  private long[] rumors = new long[16];
  private int size;
  private final List<KnownSequences> knownBySource = new ArrayList<>();
  private @Nullable Digest digest = Digest.EMPTY;

  /** Appends a rumor unless it is known; whether it was new. */
  public boolean append(long rumor) {
    int source = RumorTable.sourceNumber(rumor);
    while (knownBySource.size() <= source) {
      knownBySource.add(new KnownSequences());
    }
    if (!knownBySource.get(source).add(RumorTable.sequence(rumor))) {
      return false;
    }
    if (size == rumors.length) {
      rumors = Arrays.copyOf(rumors, size * 2);
    }
    rumors[size++] = rumor;
    digest = null;
    return true;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public long get(long position) {
    checkBounds(position, position + 1);
    return rumors[(int) position];
  }

  @Override
  public boolean contains(long rumor) {
    return known(RumorTable.sourceNumber(rumor)).contains(RumorTable.sequence(rumor));
  }

  @Override
  public Rumors slice(long from, long to) {
    checkBounds(from, to);
    return Rumors.of(Arrays.copyOfRange(rumors, (int) from, (int) to));
  }

  @Override
  public Digest digest() {
    Digest current = digest;
    if (current == null) {
      List<Digest.Range> ranges = new ArrayList<>();
      for (int source = 0; source < knownBySource.size(); source++) {
        knownBySource.get(source).addRanges(source, ranges);
      }
      current = new Digest(ranges);
      digest = current;
    }
    return current;
  }

  @Override
  public Rumors missingFrom(Digest peer) {
    RumorIds.Builder lacked = RumorIds.builder();
    for (int source = 0, next = 0; source < knownBySource.size(); source++) {
      int first = next;
      while (next < peer.entries().size() && peer.entries().get(next).source() == source) {
        next++;
      }
      knownBySource.get(source).addOutside(peer.entries().subList(first, next), source, lacked);
    }
    return new Rumors(lacked.build());
  }

  @Override
  public RumorIds missingHere(Digest peer) {
    RumorIds.Builder missing = RumorIds.builder();
    for (Digest.Range range : peer.entries()) {
      known(range.source()).addAbsent(range, missing);
    }
    return missing.build();
  }

  private KnownSequences known(int source) {
    return source < knownBySource.size() ? knownBySource.get(source) : NOTHING_KNOWN;
  }

  private void checkBounds(long from, long to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException(
          "Positions " + from + " to " + to + " of a log of " + size + " rumors");
    }
  }
}
