package org.hearsay.node.service;

import java.util.EnumMap;
import java.util.Map;

/** What one node has counted. A level remembers the highest it came to, besides what it is. */
public final class Counters {
  private final Map<Count, Long> now = new EnumMap<>(Count.class);
  private final Map<Count, Long> most = new EnumMap<>(Count.class);
  private long changes;

  /** Counts so many of something more. */
  public void add(Count count, long more) {
    if (more != 0) {
      now.merge(count, more, Long::sum);
      changes++;
    }
  }

  /** A level has changed. */
  public void set(Count level, long value) {
    now.put(level, value);
    most.merge(level, value, Math::max);
    changes++;
  }

  /** How many there have been, or how high the level is. */
  public long get(Count count) {
    return now.getOrDefault(count, 0L);
  }

  /** Whether it has ever been counted, or been watched. */
  public boolean knows(Count count) {
    return now.containsKey(count);
  }

  /** How often something has changed. */
  public long changes() {
    return changes;
  }

  /** How many there have been of each, and how high each level has ever been. */
  public Map<Count, Long> totals() {
    Map<Count, Long> totals = new EnumMap<>(now);
    totals.putAll(most);
    return totals;
  }

  /** What several nodes come to: sums, and of each level the highest at any of them. */
  public static Map<Count, Long> together(Iterable<Map<Count, Long>> nodes) {
    Map<Count, Long> all = new EnumMap<>(Count.class);
    for (Map<Count, Long> node : nodes) {
      node.forEach((count, value) -> all.merge(count, value, count::together));
    }
    return all;
  }

  /** How high a level has ever been. */
  public long most(Count level) {
    return most.getOrDefault(level, 0L);
  }
}
