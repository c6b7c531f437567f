package org.hearsay.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number to compare runs by: what it is called, what it means and how it is shown.
 *
 * @param name as in files, with a dot between levels
 * @param unit of its value, empty for a plain number
 * @param better which way is better
 * @param definition in one line
 * @param decimals how many of its digits after the point people are shown
 * @param value reads it
 * @param column its place in the table that compares strategies, or null if it has none
 */
public record Metric(
    String name,
    String unit,
    Better better,
    String definition,
    int decimals,
    Reading value,
    @Nullable Column column) {

  /** Which way is better. */
  public enum Better {
    /** Less is better. */
    LOWER,
    /** More is better. */
    HIGHER,
    /** It says how much happened, not how well. */
    NEITHER
  }

  /**
   * A place in a table.
   *
   * @param group over the headings of neighboring columns, or empty
   * @param heading over the column
   * @param shift how many places the point is moved left, for a larger unit
   * @param rare whether it is there only if it is not 0 in some run
   */
  public record Column(String group, String heading, int shift, boolean rare) {}

  /** Reads a metric's value. */
  @FunctionalInterface
  public interface Reading {
    /** The value in a run, or null if its world does not know it. */
    @Nullable BigDecimal of(Measurements run);
  }

  /** What people are shown where a value is unknown. */
  static final String UNKNOWN = "-";

  /** Its value for people, without the unit; a dash if it is unknown. */
  public String text(Measurements run) {
    return rounded(value.of(run), 0);
  }

  /** Its value in the unit of its column. */
  String columnText(Measurements run) {
    return columnText(value.of(run));
  }

  /** A value of it in the unit of its column; a dash if it is unknown. */
  public String columnText(@Nullable BigDecimal known) {
    return rounded(known, column == null ? 0 : column.shift);
  }

  private String rounded(@Nullable BigDecimal number, int shift) {
    return number == null
        ? UNKNOWN
        : number.movePointLeft(shift).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Whether a table has a column for it that shows such values; null for one that is unknown. */
  public boolean isShown(Stream<@Nullable BigDecimal> values) {
    return column != null
        && values.anyMatch(each -> each != null && !(column.rare && each.signum() == 0));
  }

  /** It with a column in a table. */
  Metric in(String group, String heading, int shift) {
    return in(new Column(group, heading, shift, false));
  }

  /** It with a column that is there only if it is not 0 in some run. */
  Metric inIfAny(String group, String heading, int shift) {
    return in(new Column(group, heading, shift, true));
  }

  private Metric in(Column other) {
    return new Metric(name, unit, better, definition, decimals, value, other);
  }

  /** It in a unit. */
  Metric of(String otherUnit) {
    return new Metric(name, otherUnit, better, definition, decimals, value, column);
  }
}
