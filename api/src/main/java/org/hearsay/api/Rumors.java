package org.hearsay.api;

/**
 * Rumors that travel together with what they say: an immutable sequence. The payload itself stays
 * with the runtime, which attaches it when a message leaves and stores it when one arrives.
 *
 * @param ids the rumors' names
 */
public record Rumors(RumorIds ids) {
  /** The empty sequence. */
  public static final Rumors NONE = new Rumors(RumorIds.NONE);

  /** A sequence of the given rumors, in that order. */
  public static Rumors of(long... rumors) {
    return new Rumors(RumorIds.of(rumors));
  }

  /** How many there are. */
  public int size() {
    return ids.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /**
   * The rumor at an index.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  public long get(int index) {
    return ids.get(index);
  }

  /** The first {@code max} of them, or all where there are fewer. */
  public Rumors limit(int max) {
    return ids.size() <= max ? this : new Rumors(ids.limit(max));
  }
}
