package org.hearsay.api;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Names of rumors without what they say, to announce and to ask for them: an immutable sequence.
 *
 * <p>A rumor is named by the node it began at, that node's incarnation and a sequence number. The
 * runtime interns that triple: the {@code long} is its name within one process only.
 */
public final class RumorIds {
  /** The empty sequence. */
  public static final RumorIds NONE = new RumorIds(new long[0]);

  private final long[] ids;

  private RumorIds(long[] ids) {
    this.ids = ids;
  }

  /** A sequence of the given rumors, in that order. */
  public static RumorIds of(long... rumors) {
    return rumors.length == 0 ? NONE : new RumorIds(rumors.clone());
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
    return ids.length;
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
    return ids[index];
  }

  /** The first {@code max} of them, or all where there are fewer. */
  public RumorIds limit(int max) {
    return ids.length <= max ? this : new RumorIds(Arrays.copyOf(ids, max));
  }

  /** The rumors in order. */
  public LongStream stream() {
    return Arrays.stream(ids);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RumorIds that && Arrays.equals(ids, that.ids);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids);
  }

  /** Collects rumors one by one. */
  public static final class Builder {
    private long[] ids;
    private int size;

    private Builder(int capacity) {
      ids = new long[capacity];
    }

    /** Appends a rumor. */
    public Builder add(long rumor) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, Math.max(8, size * 2));
      }
      ids[size++] = rumor;
      return this;
    }

    /** Appends rumors in their order. */
    public Builder addAll(RumorIds rumors) {
      int total = size + rumors.size();
      if (total > ids.length) {
        ids = Arrays.copyOf(ids, size == 0 ? total : Math.max(total, size * 2));
      }
      System.arraycopy(rumors.ids, 0, ids, size, rumors.size());
      size = total;
      return this;
    }

    /** How many were added. */
    public int size() {
      return size;
    }

    /** The sequence of all that were added. A full array is shared: it is never written again. */
    public RumorIds build() {
      return size == 0 ? NONE : new RumorIds(size == ids.length ? ids : Arrays.copyOf(ids, size));
    }
  }
}
