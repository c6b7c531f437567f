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
  /** The rumors from position {@code base} on, in an array that begins there. */
  private long[] rumors = new long[16];

  private long base;
  private long first;
  private long size;
  private final KnownRumors known = new KnownRumors();
  private final KnownRumors gone = new KnownRumors();
  private @Nullable Digest digest = Digest.EMPTY;

  /** Appends a rumor unless it is known; whether it was new. */
  public boolean append(long rumor) {
    if (!known.add(rumor)) {
      return false;
    }
    if (size - base == rumors.length) {
      rumors = Arrays.copyOf(rumors, rumors.length * 2);
    }
    rumors[(int) (size++ - base)] = rumor;
    digest = null;
    return true;
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
    return rumors[(int) (position - base)];
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

  private Rumors between(long from, long to) {
    return from >= to
        ? Rumors.NONE
        : Rumors.of(Arrays.copyOfRange(rumors, (int) (from - base), (int) (to - base)));
  }

  /** Nobody needs to pass on what is known by now. */
  public void settle() {
    first = size;
  }

  /** Lets the oldest rumors go, all before a position. */
  public void collect(long position) {
    checkOrder(base, position);
    for (long each = base; each < position; each++) {
      gone.add(rumors[(int) (each - base)]);
    }
    long[] kept = Arrays.copyOfRange(rumors, (int) (position - base), (int) (size - base));
    rumors = Arrays.copyOf(kept, Math.max(16, kept.length + kept.length / 2));
    base = position;
    first = Math.max(first, position);
  }

  /** Takes rumors for known that nobody has any more; how many of them were not known. */
  public long forgo(Digest lost) {
    long forgone = 0;
    RumorIds absent = missingHere(lost);
    for (int i = 0; i < absent.size(); i++) {
      forgone += forgo(absent.get(i)) ? 1 : 0;
    }
    return forgone;
  }

  /** Takes a rumor for known that nobody has any more; whether it was not known. */
  public boolean forgo(long lost) {
    if (!known.add(lost)) {
      return false;
    }
    gone.add(lost);
    digest = null;
    return true;
  }

  /** Which rumors are known and not kept. */
  public Digest gone() {
    return gone.digest();
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
    RumorIds lacked = known.outside(peer);
    return new Rumors(gone.isEmpty() ? lacked : gone.without(lacked));
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
