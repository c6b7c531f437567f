package org.hearsay.cli.trace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.trail.JournalChronicle;
import org.hearsay.report.TextTable;

/** What people are shown of ways of rumors. */
final class WayPage {
  private static final int MOST_LISTED = 20;
  private static final int MOST_VALUE_CHARS = 40;
  private static final String INDENT = "  ";

  /** What happens so often that a number says more than a list. */
  private static final Set<String> FREQUENT =
      Set.of(RumorEvent.SENT.text(), RumorEvent.REPEATED.text());

  private WayPage() {}

  /** Some rumors, a line each. */
  static List<String> list(List<RumorWay> ways) {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("", "rumor", false),
                new TextTable.Column("", "last ms", true),
                new TextTable.Column("", "hops", true),
                new TextTable.Column("", "nodes", true),
                new TextTable.Column("", "value", false)));
    ways.stream()
        .limit(MOST_LISTED)
        .forEach(
            way ->
                table.add(
                    List.of(
                        way.rumor(),
                        millis(way.lastMicros()),
                        Integer.toString(way.mostHops()),
                        way.reached() + "/" + way.nodes(),
                        shortened(way.value()))));
    List<String> lines = new ArrayList<>(table.all());
    if (ways.size() > MOST_LISTED) {
      lines.add("and " + (ways.size() - MOST_LISTED) + " more");
    }
    return lines;
  }

  private static String shortened(String value) {
    return value.length() <= MOST_VALUE_CHARS
        ? value
        : value.substring(0, MOST_VALUE_CHARS) + "...";
  }

  /** One rumor's way: a tree of nodes, each below the one that it got the rumor from. */
  static List<String> tree(RumorWay way) {
    List<String> lines = new ArrayList<>(head(way));
    lines.add("");
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("", "node", false),
                new TextTable.Column("", "ms", true),
                new TextTable.Column("", "+ms", true),
                new TextTable.Column("", "hop", true),
                new TextTable.Column("", "", false)));
    way.roots().forEach(root -> addTo(table, way, root, ""));
    lines.addAll(table.all());
    if (!way.elsewhere().isEmpty()) {
      lines.add("");
      lines.add("Where it was not known:");
      way.elsewhere().forEach(line -> lines.add(INDENT + line.node() + " " + event(way, line)));
    }
    return lines;
  }

  private static List<String> head(RumorWay way) {
    List<String> lines = new ArrayList<>();
    lines.add("rumor    " + way.rumor() + (way.value().isEmpty() ? "" : ", value " + way.value()));
    LogLine begun = way.begun();
    lines.add(
        "begun    "
            + (begun == null
                ? "out of sight: times are from the first line about it"
                : begun.time() + " at " + begun.node()));
    lines.add(
        "reached  "
            + way.reached()
            + " of "
            + way.nodes()
            + " nodes, the last after "
            + millis(way.lastMicros())
            + " ms, over "
            + way.mostHops()
            + " hops at most");
    if (!way.unreached().isEmpty()) {
      lines.add("not at   " + String.join(", ", way.unreached()));
    }
    return lines;
  }

  private static void addTo(TextTable table, RumorWay way, RumorWay.Visit visit, String indent) {
    LogLine line = visit.line();
    RumorWay.Visit source = visit.source();
    long micros = way.micros(line.time());
    String hop = line.field(JournalChronicle.HOP);
    table.add(
        List.of(
            indent + line.node(),
            millis(micros),
            source == null ? "" : millis(micros - way.micros(source.line().time())),
            hop == null ? "?" : hop,
            remarks(way, visit)));
    visit.next().forEach(next -> addTo(table, way, next, indent + INDENT));
  }

  private static String remarks(RumorWay way, RumorWay.Visit visit) {
    List<String> remarks = new ArrayList<>();
    String from = visit.line().field(RumorEvent.DELIVERED.peerRole());
    if (visit.source() == null && from != null) {
      remarks.add("from " + from + ", whose log does not show it");
    }
    Map<String, Integer> frequent = new LinkedHashMap<>();
    for (LogLine line : visit.events()) {
      if (FREQUENT.contains(line.event())) {
        frequent.merge(line.event(), 1, Integer::sum);
      } else {
        remarks.add(event(way, line));
      }
    }
    frequent.forEach((event, times) -> remarks.add(event + " " + times + "x"));
    return String.join(", ", remarks);
  }

  /** Anything that happened to it, with whom and when. */
  private static String event(RumorWay way, LogLine line) {
    String peers =
        List.of("from", "to").stream()
            .filter(role -> line.field(role) != null)
            .map(role -> " " + role + " " + line.field(role))
            .collect(Collectors.joining());
    return line.event() + peers + " at " + millis(way.micros(line.time()));
  }

  private static String millis(long micros) {
    return BigDecimal.valueOf(micros, 3).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
