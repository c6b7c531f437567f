package org.hearsay.node.service;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one node has counted. A level remembers the highest it came to, besides what it is. Nodes
 * count on each rumor's way, whatever they guarantee: counting makes no objects.
 */
public final class Counters {

  /** One figure. */
  private static final class Cell {
    private long now;
    private long most;
  }

  private final Map<Count, Cell> cells = new EnumMap<>(Count.class);
  private long changes;

  private Cell cell(Count count) {
    Cell cell = cells.get(count);
    if (cell == null) {
      cell = new Cell();
      cells.put(count, cell);
    }
    return cell;
  }

  /** Counts so many of something more. */
  public void add(Count count, long more) {
    if (more != 0) {
      cell(count).now += more;
      changes++;
    }
  }

  /** A level has changed. */
  public void set(Count level, long value) {
    Cell cell = cell(level);
    cell.now = value;
    cell.most = Math.max(cell.most, value);
    changes++;
  }

  /** How many there have been, or how high the level is. */
  public long get(Count count) {
    Cell cell = cells.get(count);
    return cell == null ? 0 : cell.now;
  }

  /** How high a level has ever been. */
  public long most(Count level) {
    Cell cell = cells.get(level);
    return cell == null ? 0 : cell.most;
  }

  /** Whether it has ever been counted, or been watched. */
  public boolean knows(Count count) {
    return cells.containsKey(count);
  }

  /** How often something has changed. */
  public long changes() {
    return changes;
  }

  /** How many there have been of each, and how high each level has ever been. */
  public Map<Count, Long> totals() {
    Map<Count, Long> totals = new EnumMap<>(Count.class);
    cells.forEach((count, cell) -> totals.put(count, count.isLevel() ? cell.most : cell.now));
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
}
