package org.hearsay.reproduction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published table, and how it is derived again: what a file of {@code tables/} says.
 *
 * @param title what it is of
 * @param source who has published it: authors, title, year, table or section
 * @param note what there is to know about how it is derived, or null
 * @param onRequest whether it takes so long that it is derived only where it is named
 * @param setting decides a row's runs, see {@link RowRuns}
 * @param runsBehind how many runs the figures of a tag are means of, where that is known
 * @param columns what is measured
 * @param rows what is varied, and the figures
 * @param explanations why figures deviate
 */
public record PublishedTable(
    String title,
    String source,
    @Nullable String note,
    boolean onRequest,
    Map<String, String> setting,
    Map<Tag, Integer> runsBehind,
    List<Column> columns,
    List<Row> rows,
    List<Explanation> explanations) {

  /**
   * A column.
   *
   * @param measure what is measured
   * @param theory what is predicted, or null
   */
  public record Column(Measure measure, @Nullable Theory theory) {}

  /**
   * A row.
   *
   * @param label what it is called
   * @param with what it sets: settings, and words of the table's settings in braces
   * @param published for each tag a figure for each column, as published, or "-"
   */
  public record Row(String label, Map<String, String> with, Map<Tag, List<String>> published) {}

  /**
   * Why figures deviate.
   *
   * @param measures the columns
   * @param tag the figures of which tag
   * @param rows the labels of the rows
   * @param text the reason
   */
  public record Explanation(List<Measure> measures, Tag tag, List<String> rows, String text) {}
}
