package org.hearsay.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Names of rumors without what they say, to announce and to ask for them: an immutable sequence.
 *
 * <p>A rumor is named by the node it began at, that node's incarnation and a sequence number. The
 * runtime interns that triple: the {@code long} is its name within one process only.
 */
public final class RumorIds {
  /** The empty sequence. */
  public static final RumorIds NONE = new RumorIds(new long[0], Builder.NO_RUNS);

  /** The rumors; or, if there are long runs, the first rumor of each. */
  private final long[] ids;

  /** If there are long runs, how many rumors there are up to the end of each; else nothing. */
  private final int[] ends;

  private RumorIds(long[] ids, int[] ends) {
    this.ids = ids;
    this.ends = ends;
  }

  /** A sequence of the given rumors, in that order. */
  public static RumorIds of(long... rumors) {
    return rumors.length == 0 ? NONE : new RumorIds(rumors.clone(), Builder.NO_RUNS);
  }

  /** A builder, empty. */
  public static Builder builder() {
    return builder(8);
  }

  /** A builder, empty, that has room for so many before it grows. */
  public static Builder builder(int capacity) {
    return new Builder(capacity);
  }

  /** How many there are. */
  public int size() {
    return ends.length == 0 ? ids.length : ends[ends.length - 1];
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return ids.length == 0;
  }

  /**
   * The rumor at an index.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public long get(int index) {
    return ends.length == 0 ? ids[index] : inRuns(index);
  }

  private long inRuns(int index) {
    int run = runOf(ends, Objects.checkIndex(index, size()));
    return ids[run] + index - start(ends, run);
  }

  /** Which run an index is in. */
  private static int runOf(int[] ends, int index) {
    int found = Arrays.binarySearch(ends, index);
    return found < 0 ? -found - 1 : found + 1;
  }

  private static int start(int[] ends, int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  private int lengthOf(int run) {
    return ends.length == 0 ? 1 : ends[run] - start(ends, run);
  }

  /** The first {@code max} of them, or all where there are fewer. */
  public RumorIds limit(int max) {
    if (size() <= max) {
      return this;
    }
    if (ends.length == 0) {
      return new RumorIds(Arrays.copyOf(ids, max), ends);
    }
    if (max == 0) {
      return NONE;
    }
    int last = runOf(ends, max - 1);
    int[] cut = Arrays.copyOf(ends, last + 1);
    cut[last] = max;
    return new RumorIds(Arrays.copyOf(ids, last + 1), cut);
  }

  /** The rumors in order. */
  public LongStream stream() {
    return ends.length == 0
        ? Arrays.stream(ids)
        : IntStream.range(0, ids.length)
            .mapToObj(run -> LongStream.range(ids[run], ids[run] + lengthOf(run)))
            .flatMapToLong(run -> run);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RumorIds that) || size() != that.size()) {
      return false;
    }
    return ends.length + that.ends.length == 0
        ? Arrays.equals(ids, that.ids)
        : IntStream.range(0, size()).allMatch(i -> get(i) == that.get(i));
  }

  @Override
  public int hashCode() {
    if (ends.length == 0) {
      return Arrays.hashCode(ids);
    }
    PrimitiveIterator.OfLong each = stream().iterator();
    int hash = 1;
    while (each.hasNext()) {
      hash = 31 * hash + Long.hashCode(each.nextLong());
    }
    return hash;
  }

  @Override
  public String toString() {
    return ends.length == 0
        ? Arrays.toString(ids)
        : IntStream.range(0, ids.length)
            .mapToObj(run -> ids[run] + " and " + (lengthOf(run) - 1) + " more")
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Collects rumors one by one, or run by run. */
  public static final class Builder {
    /** A run that is shorter is written out. */
    private static final int SHORT = 32;

    private static final int[] NO_RUNS = {};

    private long[] ids;

    /** How many of the array are taken. */
    private int taken;

    /** Once there has been a long run: how many rumors there are up to the end of each run. */
    private int[] ends = NO_RUNS;

    private Builder(int capacity) {
      ids = new long[capacity];
    }

    /** Appends a rumor. */
    public Builder add(long rumor) {
      if (ends.length > 0) {
        return addRun(rumor, 1);
      }
      if (taken == ids.length) {
        ids = Arrays.copyOf(ids, Math.max(8, taken * 2));
      }
      ids[taken++] = rumor;
      return this;
    }

    /**
     * Appends so many rumors with consecutive sequence numbers, of one source. A long run takes no
     * more memory than a short one.
     *
     * @param count how many, 0 or more
     * @throws IllegalArgumentException if the count is negative
     * @throws ArithmeticException if there are more than {@link Integer#MAX_VALUE} then
     */
    public Builder addRun(long first, int count) {
      if (count < 0) {
        throw new IllegalArgumentException("A run of " + count + " rumors");
      }
      if (count == 0) {
        return this;
      }
      if (ends.length == 0 && count < SHORT) {
        for (int i = 0; i < count; i++) {
          add(first + i);
        }
        return this;
      }
      int[] runs = ends.length == 0 ? asRuns() : ends;
      int before = size();
      int size = Math.addExact(before, count);
      if (taken > 0 && ids[taken - 1] + before - start(runs, taken - 1) == first) {
        runs[taken - 1] = size;
        return this;
      }
      if (taken == ids.length) {
        ids = Arrays.copyOf(ids, Math.max(8, taken * 2));
      }
      if (taken >= runs.length) {
        runs = Arrays.copyOf(runs, ids.length);
      }
      ends = runs;
      ids[taken] = first;
      runs[taken++] = size;
      return this;
    }

    private int[] asRuns() {
      ids = Arrays.copyOf(ids, Math.max(8, ids.length));
      int[] runs = new int[ids.length];
      int count = taken;
      taken = 0;
      for (int i = 0; i < count; i++) {
        if (taken > 0 && ids[i] == ids[i - 1] + 1) {
          runs[taken - 1] = i + 1;
        } else {
          ids[taken] = ids[i];
          runs[taken++] = i + 1;
        }
      }
      ends = runs;
      return runs;
    }

    /** Appends rumors in their order. */
    public Builder addAll(RumorIds rumors) {
      if (ends.length > 0 || rumors.ends.length > 0) {
        for (int run = 0; run < rumors.ids.length; run++) {
          addRun(rumors.ids[run], rumors.lengthOf(run));
        }
        return this;
      }
      int total = taken + rumors.size();
      if (total > ids.length) {
        ids = Arrays.copyOf(ids, taken == 0 ? total : Math.max(total, taken * 2));
      }
      System.arraycopy(rumors.ids, 0, ids, taken, rumors.size());
      taken = total;
      return this;
    }

    /** How many were added. */
    public int size() {
      return ends.length == 0 ? taken : start(ends, taken);
    }

    /** The sequence of all that were added. A full array is shared: it is never written again. */
    public RumorIds build() {
      if (taken == 0) {
        return NONE;
      }
      return ends.length == 0
          ? new RumorIds(taken == ids.length ? ids : Arrays.copyOf(ids, taken), ends)
          : new RumorIds(Arrays.copyOf(ids, taken), Arrays.copyOf(ends, taken));
    }
  }
}
