package org.hearsay.report.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.hearsay.report.Metric;
import org.hearsay.report.PublishedNode;

/**
 * Everything that the page shows.
 *
 * @param commits what the programs were built from that made the runs
 * @param conditions what all runs have in common
 * @param metrics what was measured, and what it means
 * @param blocks the conditions that runs differ in, each with its rows
 * @param rows the runs
 * @param floor pairs of milliseconds and the least messages per operation, for the first block
 * @param published what others' nodes did
 * @param replays what can be watched
 */
record PageData(
    List<String> commits,
    String conditions,
    List<Measure> metrics,
    List<String> blocks,
    List<Row> rows,
    List<double[]> floor,
    List<PublishedNode> published,
    List<Replay> replays) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** A metric, as the page names, rounds and explains it. */
  record Measure(
      String name,
      String heading,
      String unit,
      String better,
      String definition,
      int decimals,
      int shift) {
    /**
     * A metric of rows.
     *
     * @param rows where it is known of some
     */
    static Measure of(Metric metric, List<Row> rows) {
      Metric.Column column =
          metric.isShown(rows.stream().map(row -> row.values().get(metric.name())))
              ? metric.column()
              : null;
      String heading =
          column == null
              ? ""
              : column.group().isEmpty()
                  ? column.heading()
                  : column.group().replace(" ms", "") + " " + column.heading();
      return new Measure(
          metric.name(),
          heading,
          metric.unit(),
          metric.better().name(),
          metric.definition(),
          metric.decimals(),
          column == null ? 0 : column.shift());
    }
  }

  /** As JSON that may stand in a page: it ends no element. */
  String json() {
    try {
      return MAPPER.writeValueAsString(this).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("This can always be written", e);
    }
  }
}
