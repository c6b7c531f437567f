package org.hearsay.simulation.nodes;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The rumors of a run and their numbers, by source and sequence number. */
final class AscendingRumors {
  private final RumorNumbers registered;
  private long[] rumors = new long[16];
  private int[] numbers = new int[16];
  private int size;

  AscendingRumors(RumorNumbers registered) {
    this.registered = registered;
  }

  /** Takes in what was registered since the last call. */
  void update() {
    int before = size;
    size = registered.size();
    if (size > before) {
      if (size > rumors.length) {
        rumors = Arrays.copyOf(rumors, size * 2);
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      merge(before, IntStream.range(before, size).mapToLong(registered::rumor).sorted().toArray());
    }
  }

  /** Merges rumors in order into so many that are here, the last one first. */
  private void merge(int before, long[] added) {
    int old = before - 1;
    int next = added.length - 1;
    for (int place = size - 1; next >= 0; place--) {
      if (old >= 0 && rumors[old] > added[next]) {
        rumors[place] = rumors[old];
        numbers[place] = numbers[old--];
      } else {
        rumors[place] = added[next];
        numbers[place] = registered.of(added[next--]);
      }
    }
  }

  int size() {
    return size;
  }

  long rumor(int index) {
    return rumors[index];
  }

  int number(int index) {
    return numbers[index];
  }

  /** The index of the first rumor that is not below another. */
  int indexFrom(long rumor) {
    int index = Arrays.binarySearch(rumors, 0, size, rumor);
    return index < 0 ? -index - 1 : index;
  }
}
