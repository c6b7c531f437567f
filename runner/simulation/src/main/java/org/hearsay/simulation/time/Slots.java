package org.hearsay.simulation.time;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Objects by a number that is free again once the object is taken out: what an event refers to. */
public final class Slots<T> {
  private @Nullable Object[] objects = new Object[64];
  private int[] free = new int[64];
  private int frees;
  private int used;

  /** Puts an object into a slot and returns the slot's number, the smaller the better. */
  public int put(T object) {
    int slot = frees > 0 ? free[--frees] : used++;
    if (slot == objects.length) {
      objects = Arrays.copyOf(objects, slot * 2);
    }
    objects[slot] = object;
    return slot;
  }

  /** The object in a slot. */
  @SuppressWarnings("unchecked")
  public T get(int slot) {
    return (T) Objects.requireNonNull(objects[slot]);
  }

  /** Empties a slot and returns what was in it. */
  public T take(int slot) {
    T object = get(slot);
    objects[slot] = null;
    if (frees == free.length) {
      free = Arrays.copyOf(free, frees * 2);
    }
    free[frees++] = slot;
    return object;
  }

  /** How many slots are in use. */
  public int size() {
    return used - frees;
  }
}
