package org.hearsay.node.log;

import java.util.Arrays;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.jspecify.annotations.Nullable;

/**
 * The log of one node: rumors in order of delivery, and for each source which ones they are. The
 * oldest may be let go: positions and digests stay as they were, and what is gone stays known.
 */
public final class AppendOnlyLog implements RumorLog {
  private static final int LEAST_ROOM = 16;

  /** The rumors from position {@code start} on; those before {@code base} are let go. */
  private long[] rumors = new long[LEAST_ROOM];

  private long start;
  private long base;
  private long first;
  private long size;
  private final KnownRumors known = new KnownRumors();
  private final KnownRumors gone = new KnownRumors();
  private @Nullable Digest digest = Digest.EMPTY;
  private @Nullable Digest goneDigest = Digest.EMPTY;

  /** Appends a rumor unless it is known; whether it was new. */
  public boolean append(long rumor) {
    if (!known.add(rumor)) {
      return false;
    }
    if (size - start == rumors.length) {
      makeRoom();
    }
    rumors[(int) (size++ - start)] = rumor;
    digest = null;
    return true;
  }

  /** Moves what is kept to the front, if that makes some room; else takes a larger array. */
  private void makeRoom() {
    if (base - start >= rumors.length / 4) {
      moveInto(rumors);
    } else {
      rumors = Arrays.copyOf(rumors, rumors.length * 2);
    }
  }

  private void moveInto(long[] array) {
    System.arraycopy(rumors, (int) (base - start), array, 0, (int) (size - base));
    rumors = array;
    start = base;
  }

  @Override
  public long first() {
    return first;
  }

  /** The position of the oldest rumor that is kept. */
  public long base() {
    return base;
  }

  @Override
  public long size() {
    return size;
  }

  /** How many rumors are kept. */
  public long retained() {
    return size - base;
  }

  @Override
  public long get(long position) {
    checkBounds(position, position + 1);
    return rumors[(int) (position - start)];
  }

  @Override
  public boolean contains(long rumor) {
    return known.contains(rumor);
  }

  /** Whether a rumor is known and has not been let go. */
  public boolean retains(long rumor) {
    return known.contains(rumor) && !gone.contains(rumor);
  }

  @Override
  public Rumors slice(long from, long to) {
    checkOrder(from, to);
    return between(Math.max(first, from), to);
  }

  /** All rumors that are kept. */
  public Rumors all() {
    return between(base, size);
  }

  /** The oldest that are kept: so many of them. */
  public RumorIds oldest(long count) {
    checkBounds(base, base + count);
    return between(base, base + count).ids();
  }

  private Rumors between(long from, long to) {
    return from >= to
        ? Rumors.NONE
        : Rumors.of(Arrays.copyOfRange(rumors, (int) (from - start), (int) (to - start)));
  }

  /** Nobody needs to pass on what is known by now. */
  public void settle() {
    first = size;
  }

  /** Lets the oldest rumors go, all before a position. */
  public void collect(long position) {
    checkOrder(base, position);
    for (long each = base; each < position; each++) {
      gone.add(rumors[(int) (each - start)]);
    }
    base = position;
    first = Math.max(first, position);
    goneDigest = null;
    if (size - base < rumors.length / 8 && rumors.length > LEAST_ROOM) {
      moveInto(new long[Math.max(LEAST_ROOM, rumors.length / 4)]);
    }
  }

  /** Takes rumors for known that nobody has any more; how many of them were not known. */
  public long forgo(Digest lost) {
    return forgone(known.addAbsent(lost, gone));
  }

  /** Takes a rumor for known that nobody has any more; whether it was not known. */
  public boolean forgo(long lost) {
    if (!known.add(lost)) {
      return false;
    }
    gone.add(lost);
    return forgone(1) > 0;
  }

  private long forgone(long count) {
    if (count > 0) {
      digest = null;
      goneDigest = null;
    }
    return count;
  }

  /** Whether a rumor is known and no longer kept. */
  public boolean hasLetGo(long rumor) {
    return gone.contains(rumor);
  }

  /** Which rumors are known and not kept. */
  public Digest gone() {
    Digest current = goneDigest;
    if (current == null) {
      current = gone.digest();
      goneDigest = current;
    }
    return current;
  }

  /** How many bytes it takes to know which rumors are known and which are let go: an estimate. */
  public long dedupBytes() {
    return known.bytes() + gone.bytes();
  }

  /** The sequence number below which no rumor of a source is kept, or ever will be. */
  int goneBelow(int source) {
    return gone.of(source).watermark();
  }

  @Override
  public Digest digest() {
    Digest current = digest;
    if (current == null) {
      current = known.digest();
      digest = current;
    }
    return current;
  }

  @Override
  public Rumors missingFrom(Digest peer) {
    return new Rumors(known.outside(peer, gone));
  }

  @Override
  public RumorIds missingHere(Digest peer) {
    return known.absent(peer);
  }

  private void checkBounds(long from, long to) {
    if (from < base || to < from || to > size) {
      throw new IndexOutOfBoundsException(
          "Positions " + from + " to " + to + " of a log from " + base + " to " + size);
    }
  }

  private void checkOrder(long from, long to) {
    if (from < 0 || to < from || to > size) {
      throw new IndexOutOfBoundsException(
          "Positions " + from + " to " + to + " of a log of " + size + " rumors");
    }
  }
}
