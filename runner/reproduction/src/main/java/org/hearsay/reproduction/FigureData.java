package org.hearsay.reproduction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.report.Csv;
import org.hearsay.report.Decimals;
import org.jspecify.annotations.Nullable;

/** Figures as data: a line for each that was published, and one for each that was not. */
public final class FigureData {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> KEYS =
      List.of(
          "table",
          "row",
          "measure",
          "tag",
          "published",
          "ours",
          "half_width_95",
          "runs",
          "theory",
          "verdict",
          "deviation",
          "explanation",
          "strategy");

  private FigureData() {}

  /** Lines of JSON. */
  public static List<String> json(String table, List<Figure> figures) {
    return records(table, figures).stream().map(FigureData::line).toList();
  }

  private static String line(Map<String, Object> entries) {
    try {
      return MAPPER.writeValueAsString(entries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The head of {@link #csv}. */
  public static String csvHead() {
    return Csv.row(KEYS);
  }

  /** Lines of comma-separated values. */
  public static List<String> csv(String table, List<Figure> figures) {
    return records(table, figures).stream()
        .map(entries -> Csv.row(KEYS.stream().map(key -> cell(entries.get(key))).toList()))
        .toList();
  }

  /** A table in Markdown, with an empty line after it. */
  public static List<String> markdown(String name, PublishedTable table, List<Figure> figures) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + name + ": " + table.title() + "**");
    lines.add("");
    lines.add("| | | published | ours | theory | verdict |");
    lines.add("|---|---|---|---|---|---|");
    for (Figure figure : figures) {
      List<String> cells =
          List.of(
              figure.row().label(),
              figure.column().measure().text(),
              figure.verdicts().stream()
                  .map(verdict -> verdict.published() + " " + verdict.tag().text())
                  .collect(Collectors.joining(", ")),
              Numbers.text(figure.ours()),
              figure.theory() == null ? "" : Numbers.text(figure.theory(), figure.verdicts()),
              figure.verdicts().stream()
                  .map(verdict -> verdict.tag().text() + " " + word(verdict))
                  .collect(Collectors.joining(", ")));
      lines.add(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }
    lines.add("");
    return lines;
  }

  private static String word(Verdict verdict) {
    return verdict.reproduced() ? "reproduced" : Numbers.deviates(verdict);
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static List<Map<String, Object>> records(String table, List<Figure> figures) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (Figure figure : figures) {
      if (figure.verdicts().isEmpty()) {
        records.add(record(table, figure, null));
      }
      figure.verdicts().forEach(verdict -> records.add(record(table, figure, verdict)));
    }
    return records;
  }

  private static Map<String, Object> record(
      String table, Figure figure, @Nullable Verdict verdict) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("table", table);
    record.put("row", figure.row().label());
    record.put("measure", figure.column().measure().name().toLowerCase(Locale.ROOT));
    if (verdict != null) {
      record.put("tag", verdict.tag().name());
      record.put("published", verdict.published());
    }
    record.put("ours", Decimals.measured(figure.ours().mean()));
    record.put("half_width_95", Decimals.measured(figure.ours().halfWidth()));
    record.put("runs", figure.ours().runs());
    if (figure.theory() != null) {
      record.put("theory", Decimals.measured(figure.theory()));
    }
    if (verdict != null) {
      record.put("verdict", verdict.reproduced() ? "reproduced" : "deviates");
      if (!Double.isNaN(verdict.deviation())) {
        record.put("deviation", Decimals.measured(verdict.deviation()));
      }
      if (verdict.explanation() != null) {
        record.put("explanation", verdict.explanation().text());
      }
    }
    record.put("strategy", figure.strategy());
    return record;
  }
}
