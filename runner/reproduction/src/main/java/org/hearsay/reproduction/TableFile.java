package org.hearsay.reproduction;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.reproduction.PublishedTable.Column;
import org.hearsay.reproduction.PublishedTable.Explanation;
import org.hearsay.reproduction.PublishedTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads a published table from JSON. The module's README has the format.
 *
 * @param title see {@link PublishedTable}
 */
record TableFile(
    @Nullable String title,
    @Nullable String source,
    @Nullable String note,
    boolean onRequest,
    @Nullable Map<String, String> setting,
    @Nullable Map<Tag, Integer> runsBehind,
    @Nullable List<ColumnPart> columns,
    @Nullable List<RowPart> rows,
    @Nullable List<ExplanationPart> explanations) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  record ColumnPart(@Nullable Measure measure, @Nullable Theory theory) {}

  record RowPart(
      @Nullable String label,
      @Nullable Map<String, String> with,
      @Nullable Map<Tag, List<String>> published) {}

  record ExplanationPart(
      @Nullable List<Measure> measures,
      @Nullable Tag tag,
      @Nullable List<String> rows,
      @Nullable String text) {}

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static PublishedTable parse(String json) {
    try {
      PublishedTable table = MAPPER.readValue(json, TableFile.class).table();
      requireThatItFits(table);
      return table;
    } catch (UnrecognizedPropertyException e) {
      String key = e.getPropertyName();
      List<String> known = e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      throw new IllegalArgumentException(
          "there is no key \"" + key + "\", " + Suggestions.didYouMean(key, known, "keys"), e);
    } catch (JsonMappingException e) {
      String where =
          e.getPath().stream()
              .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
              .collect(Collectors.joining("."));
      throw new IllegalArgumentException(
          where.isEmpty()
              ? "a table is a JSON object, as in {\"title\": ...}"
              : where + ": " + e.getOriginalMessage(),
          e);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("this is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private PublishedTable table() {
    return new PublishedTable(
        given("title", title),
        given("source", source),
        note,
        onRequest,
        given("setting", setting),
        runsBehind == null ? Map.of() : runsBehind,
        given("columns", columns).stream()
            .map(column -> new Column(given("measure", column.measure), column.theory))
            .toList(),
        given("rows", rows).stream().map(TableFile::row).toList(),
        Stream.ofNullable(explanations).flatMap(List::stream).map(TableFile::explanation).toList());
  }

  private static Row row(RowPart row) {
    return new Row(
        given("label", row.label),
        row.with == null ? Map.of() : row.with,
        row.published == null ? Map.of() : row.published);
  }

  private static Explanation explanation(ExplanationPart part) {
    return new Explanation(
        given("measures", part.measures),
        given("tag", part.tag),
        given("rows", part.rows),
        given("text", part.text));
  }

  private static <T> T given(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the key \"" + key + "\" is missing");
    }
    return value;
  }

  private static void requireThatItFits(PublishedTable table) {
    for (Row row : table.rows()) {
      row.published()
          .forEach(
              (tag, figures) -> {
                if (figures.size() != table.columns().size()) {
                  throw new IllegalArgumentException(
                      "row \""
                          + row.label()
                          + "\" has "
                          + figures.size()
                          + " figures "
                          + tag.text()
                          + " for "
                          + table.columns().size()
                          + " columns; write \"-\" for none");
                }
                figures.stream()
                    .filter(figure -> !figure.equals(PublishedValue.NONE))
                    .forEach(figure -> PublishedValue.parse(figure));
              });
    }
    for (Column column : table.columns()) {
      Theory theory = column.theory();
      Measure needed = theory == null ? null : theory.column();
      if (theory != null
          && needed != null
          && table.columns().stream().noneMatch(any -> any.measure() == needed)) {
        throw new IllegalArgumentException(
            "the theory " + theory.text() + " needs a column of " + needed.text());
      }
    }
    List<String> labels = table.rows().stream().map(Row::label).toList();
    for (Explanation explanation : table.explanations()) {
      explanation.rows().stream()
          .filter(label -> !labels.contains(label))
          .forEach(
              label -> {
                throw new IllegalArgumentException(
                    "an explanation is of row \""
                        + label
                        + "\", "
                        + Suggestions.didYouMean(label, labels, "rows"));
              });
    }
  }
}
