package org.hearsay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table for people: each column as wide as its widest cell, numbers to the right. Headings of
 * neighboring columns may share a line above them.
 */
public final class TextTable {
  private static final String GAP = "  ";

  /** A column: the text above it and its neighbors, the text above itself, and its side. */
  public record Column(String group, String heading, boolean right) {}

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table of such columns. */
  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row of as many cells as there are columns. */
  public void add(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          cells.size() + " cells for " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** The lines of the table's head. */
  public List<String> head() {
    List<String> headings = columns.stream().map(Column::heading).toList();
    String groups = groups();
    return groups.isEmpty() ? List.of(line(headings)) : List.of(groups, line(headings));
  }

  /** Head and rows. */
  public List<String> all() {
    return Stream.concat(head().stream(), lines().stream()).toList();
  }

  /** The line of each row. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(width(i) - cells.get(i).length());
      line.append(i == 0 ? "" : GAP)
          .append(columns.get(i).right ? padding + cells.get(i) : cells.get(i) + padding);
    }
    return line.toString().stripTrailing();
  }

  private String groups() {
    StringBuilder line = new StringBuilder();
    for (int first = 0; first < columns.size(); ) {
      int last = first;
      String group = columns.get(first).group;
      while (last + 1 < columns.size() && columns.get(last + 1).group.equals(group)) {
        last++;
      }
      line.append(first == 0 ? "" : GAP).append(centered(group, spanned(first, last)));
      first = last + 1;
    }
    return line.toString().stripTrailing();
  }

  private static String centered(String group, int width) {
    if (group.isEmpty()) {
      return " ".repeat(width);
    }
    int dashes = Math.max(0, width - group.length() - 2);
    String left = "-".repeat(dashes / 2);
    String right = "-".repeat(dashes - dashes / 2);
    return left + " " + group + " " + right;
  }

  private int spanned(int first, int last) {
    int width = (last - first) * GAP.length();
    for (int i = first; i <= last; i++) {
      width += width(i);
    }
    return width;
  }

  /** The width that each of a group's columns needs, so that the group's name fits over them. */
  private int shareOfGroup(int column) {
    String group = columns.get(column).group;
    if (group.isEmpty()) {
      return 0;
    }
    int members = (int) columns.stream().filter(other -> other.group.equals(group)).count();
    int forColumns = group.length() + 2 - (members - 1) * GAP.length();
    return (forColumns + members - 1) / members;
  }

  private int width(int column) {
    int widest = Math.max(columns.get(column).heading.length(), shareOfGroup(column));
    for (List<String> row : rows) {
      widest = Math.max(widest, row.get(column).length());
    }
    return widest;
  }
}
