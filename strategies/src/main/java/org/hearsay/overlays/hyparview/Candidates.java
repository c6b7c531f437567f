package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has been asked to be a neighbor and has not answered, and who has refused lately. */
final class Candidates {
  private static final long NEVER = Long.MAX_VALUE;

  /**
   * A question under way.
   *
   * @param needed whether the node is wanted even if there are enough neighbors by then
   */
  private record Asked(long deadlineMicros, boolean needed) {}

  private final Map<Integer, Asked> asked = new LinkedHashMap<>();
  private final Set<Integer> refused = new HashSet<>();

  /** How many have been asked to fill a free place, and have not answered. */
  int places() {
    int places = 0;
    for (Asked each : asked.values()) {
      places += each.needed ? 0 : 1;
    }
    return places;
  }

  boolean isAsked(int node) {
    return asked.containsKey(node);
  }

  boolean hasRefused(int node) {
    return refused.contains(node);
  }

  void ask(int node, long deadlineMicros, boolean needed) {
    asked.put(node, new Asked(deadlineMicros, needed));
  }

  /** There is nothing to wait for any more; whether the node was needed. */
  boolean answered(int node) {
    Asked before = asked.remove(node);
    return before != null && before.needed;
  }

  void refuse(int node) {
    refused.add(node);
  }

  /** Whoever has refused may be asked again. */
  void forgive() {
    refused.clear();
  }

  /** Takes those who have not answered in time. */
  List<Integer> takeOverdue(long nowMicros) {
    List<Integer> overdue = new ArrayList<>();
    Iterator<Map.Entry<Integer, Asked>> all = asked.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Integer, Asked> next = all.next();
      if (next.getValue().deadlineMicros <= nowMicros) {
        overdue.add(next.getKey());
        all.remove();
      }
    }
    return overdue;
  }

  /** When the next one is overdue. */
  long nextMicros() {
    long next = NEVER;
    for (Asked each : asked.values()) {
      next = Math.min(next, each.deadlineMicros);
    }
    return next;
  }
}
