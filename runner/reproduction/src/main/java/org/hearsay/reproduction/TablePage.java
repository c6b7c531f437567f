package org.hearsay.reproduction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.report.TextTable;
import org.hearsay.reproduction.PublishedTable.Explanation;

/** Tables for people: what was published, what was measured, and what is to be said of it. */
public final class TablePage {
  private static final int WIDTH = 100;

  private final List<Explanation> explanations = new ArrayList<>();
  private final List<Figure> all = new ArrayList<>();

  /** A table's lines; deviations are numbered through all tables that come here. */
  public List<String> lines(String name, PublishedTable table, List<Figure> figures) {
    all.addAll(figures);
    List<String> lines = new ArrayList<>();
    lines.addAll(wrapped(name + ": " + table.title(), ""));
    lines.addAll(wrapped(table.source(), "  "));
    if (table.note() != null) {
      lines.addAll(wrapped(table.note(), "  "));
    }
    TextTable text =
        new TextTable(
            List.of(
                column("", false),
                column("", false),
                column("published", false),
                column("ours", false),
                column("theory", true),
                column("verdict", false)));
    String label = "";
    for (Figure figure : figures) {
      boolean sameRow = figure.row().label().equals(label);
      label = figure.row().label();
      text.add(
          List.of(
              sameRow ? "" : label,
              figure.column().measure().text(),
              published(figure),
              Numbers.text(figure.ours()),
              figure.theory() == null ? "" : Numbers.text(figure.theory(), figure.verdicts()),
              verdict(figure)));
    }
    text.all().forEach(line -> lines.add("  " + line));
    theories(table).forEach(lines::add);
    lines.add("");
    return lines;
  }

  private static TextTable.Column column(String heading, boolean right) {
    return new TextTable.Column("", heading, right);
  }

  private static List<String> theories(PublishedTable table) {
    String theories =
        table.columns().stream()
            .filter(column -> column.theory() != null)
            .map(column -> column.measure().text() + ": " + theory(column))
            .collect(Collectors.joining("; "));
    return theories.isEmpty() ? List.of() : wrapped("theory: " + theories, "  ");
  }

  private static String theory(PublishedTable.Column column) {
    return column.theory() == null ? "" : column.theory().text();
  }

  private static String published(Figure figure) {
    return figure.verdicts().stream()
        .map(verdict -> verdict.published() + " " + verdict.tag().text())
        .collect(Collectors.joining("  "));
  }

  /** In one word if all say the same. */
  private String verdict(Figure figure) {
    List<Verdict> verdicts = figure.verdicts();
    if (verdicts.isEmpty()) {
      return "";
    }
    if (verdicts.stream().allMatch(Verdict::reproduced)) {
      return "reproduced";
    }
    return verdicts.stream()
        .filter(verdict -> !verdict.reproduced())
        .map(
            verdict ->
                (verdicts.size() > 1 ? verdict.tag().text() + " " : "")
                    + Numbers.deviates(verdict)
                    + " "
                    + reason(verdict))
        .collect(Collectors.joining(", "));
  }

  private String reason(Verdict verdict) {
    Explanation explanation = verdict.explanation();
    if (explanation == null) {
      return "unexplained";
    }
    int known = indexOf(explanation.text());
    if (known < 0) {
      explanations.add(explanation);
      known = explanations.size() - 1;
    }
    return "(" + (known + 1) + ")";
  }

  private int indexOf(String text) {
    for (int i = 0; i < explanations.size(); i++) {
      if (explanations.get(i).text().equals(text)) {
        return i;
      }
    }
    return -1;
  }

  /** What all of it comes to: how many figures, why some deviate, and what the tags mean. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < explanations.size(); i++) {
      lines.addAll(wrapped("(" + (i + 1) + ") " + explanations.get(i).text(), ""));
    }
    if (!explanations.isEmpty()) {
      lines.add("");
    }
    List<Verdict> verdicts = verdicts(all);
    for (Map.Entry<Tag, List<Verdict>> tag :
        verdicts.stream()
            .collect(
                Collectors.groupingBy(
                    Verdict::tag, () -> new EnumMap<>(Tag.class), Collectors.toList()))
            .entrySet()) {
      lines.add(tag.getKey().text() + " " + tag.getKey().meaning() + ": " + count(tag.getValue()));
    }
    lines.add(verdicts.size() + " figures: " + count(verdicts));
    return lines;
  }

  private static String count(List<Verdict> verdicts) {
    long reproduced = verdicts.stream().filter(Verdict::reproduced).count();
    long unexplained = verdicts.stream().filter(Verdict::isUnexplained).count();
    long deviate = verdicts.size() - reproduced;
    return reproduced
        + " reproduced, "
        + deviate
        + (deviate == 1 ? " deviates" : " deviate")
        + (unexplained > 0
            ? ", " + unexplained + " unexplained"
            : deviate > 0 ? ", explained" : "");
  }

  /** What is said of all published figures. */
  public static List<Verdict> verdicts(List<Figure> figures) {
    return figures.stream().flatMap(figure -> figure.verdicts().stream()).toList();
  }

  private static List<String> wrapped(String text, String indent) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(indent);
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > indent.length()) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
