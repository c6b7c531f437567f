package org.hearsay.simulation.time;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects by a number that is free again once the object is taken out: what an event refers to. */
public final class Slots<T> {
  private @Nullable Object[] objects = new Object[64];
  private final FreeNumbers free;

  /** So many slots at most. */
  public Slots(int most) {
    free = new FreeNumbers(most);
  }

  /** Puts an object into a slot and returns the slot's number, the smaller the better. */
  public int put(T object) {
    int slot = free.take();
    if (slot == objects.length) {
      objects = Arrays.copyOf(objects, slot * 2);
    }
    objects[slot] = object;
    return slot;
  }

  /** Empties a slot and returns what was in it. */
  @SuppressWarnings("unchecked")
  public T take(int slot) {
    T object = (T) Objects.requireNonNull(objects[slot]);
    objects[slot] = null;
    free.giveBack(slot);
    return object;
  }
}
