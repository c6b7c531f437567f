package org.hearsay.chaos.shrink;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is left of a list when a part of it is taken out: nothing, then without each half, each
 * quarter and so on down to single elements, as in delta debugging (Zeller and Hildebrandt, IEEE
 * Transactions on Software Engineering 28(2), 2002).
 */
final class Subsets {
  private Subsets() {}

  static <T> Stream<List<T>> of(List<T> all) {
    return all.isEmpty()
        ? Stream.empty()
        : Stream.iterate(all.size(), size -> size > 0, size -> size / 2)
            .flatMap(size -> without(all, size));
  }

  private static <T> Stream<List<T>> without(List<T> all, int size) {
    return IntStream.iterate(0, start -> start < all.size(), start -> start + size)
        .mapToObj(
            start -> {
              List<T> rest = new ArrayList<>(all.subList(0, start));
              rest.addAll(all.subList(Math.min(all.size(), start + size), all.size()));
              return rest;
            });
  }
}
