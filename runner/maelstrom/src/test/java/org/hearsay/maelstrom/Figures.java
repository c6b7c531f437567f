package org.hearsay.maelstrom;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearsay.report.MaelstromResults;

/**
 * Every figure of a results file by the name of its place in the record: once found in the text by
 * regular expressions, once taken out of what was read.
 */
final class Figures {

  /** A figure as the text writes it, and where. */
  record Written(String text, int start, int end) {

    /** The same text with another number in its place. */
    String replacedIn(String file) {
      return file.substring(0, start) + other() + file.substring(end);
    }

    private String other() {
      return switch (text) {
        case "true" -> "false";
        case "false", ":unknown" -> "true";
        default -> "1" + text;
      };
    }

    Object value() {
      return switch (text) {
        case "true", "false" -> text;
        default -> new BigDecimal(text);
      };
    }
  }

  private static final String COUNTS =
      " \\{:valid\\? \\S+\\s+:count (\\d+),\\s+:ok-count (\\d+),\\s+:fail-count (\\d+),"
          + "\\s+:info-count (\\d+)";
  private static final String MESSAGES =
      " \\{:send-count (\\d+),\\s+:recv-count (\\d+),\\s+:msg-count (\\d+)";
  private static final List<String> COUNT_NAMES =
      List.of("count", "okCount", "failCount", "infoCount");
  private static final List<String> MESSAGE_NAMES =
      List.of("sendCount", "recvCount", "msgCount", "msgsPerOp");

  private final String text;
  private final Map<String, Written> written = new LinkedHashMap<>();

  private Figures(String text) {
    this.text = text;
  }

  /** The figures that a file's text shows. */
  static Map<String, Written> writtenIn(String text) {
    Figures figures = new Figures(text);
    figures.find("", ":valid\\? (\\S+)\\}\\s*\\z", List.of("valid"));
    figures.find("stats.", ":stats" + COUNTS + ",\\s+:by-f ", COUNT_NAMES);
    figures.find("stats.byF.broadcast.", ":broadcast" + COUNTS + "\\}", COUNT_NAMES);
    figures.find("stats.byF.read.", ":read" + COUNTS + "\\}", COUNT_NAMES);
    figures.find("", ":ok-fraction ([\\d.]+)\\}", List.of("okFraction"));
    String perOp = ",\\s+:msgs-per-op ([\\d.]+)\\}";
    figures.find("net.all.", ":net \\{:all" + MESSAGES + perOp, MESSAGE_NAMES);
    figures.find("net.clients.", ":clients" + MESSAGES + "\\}", MESSAGE_NAMES.subList(0, 3));
    figures.find("net.servers.", ":servers" + MESSAGES + perOp, MESSAGE_NAMES);
    figures.find("workload.", ":attempt-count (\\d+)\\b", List.of("attemptCount"));
    figures.find("workload.", ":stable-count (\\d+)\\b", List.of("stableCount"));
    figures.find("workload.", ":lost-count (\\d+)\\b", List.of("lostCount"));
    figures.find("workload.", ":stale-count (\\d+)\\b", List.of("staleCount"));
    figures.find("workload.", ":never-read-count (\\d+)\\b", List.of("neverReadCount"));
    figures.find("workload.", ":duplicated-count (\\d+)\\b", List.of("duplicatedCount"));
    if (text.contains(":stable-latencies")) {
      figures.find(
          "workload.stableLatencies.",
          ":stable-latencies\\s+\\{0 (\\d+),\\s+0\\.5 (\\d+),\\s+0\\.95 (\\d+),\\s+0\\.99 (\\d+),"
              + "\\s+1 (\\d+)\\}",
          List.of("p0", "p50", "p95", "p99", "max"));
    }
    return figures.written;
  }

  /** Adds what the groups of the only match hold. */
  private void find(String place, String pattern, List<String> names) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    List<MatchResult> matches = matcher.results().collect(Collectors.toList());
    if (matches.size() != 1) {
      throw new AssertionError(matches.size() + " matches of " + pattern);
    }
    MatchResult match = matches.get(0);
    for (int i = 0; i < names.size(); i++) {
      written.put(
          place + names.get(i),
          new Written(match.group(i + 1), match.start(i + 1), match.end(i + 1)));
    }
  }

  /** The figures that were read; those that are absent are left out. */
  static Map<String, Object> readAs(MaelstromResults results) {
    Map<String, Object> figures = new TreeMap<>();
    collect("", results, figures);
    return figures;
  }

  private static void collect(String place, Record part, Map<String, Object> figures) {
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      Object value = value(component, part);
      if (value instanceof Record inner) {
        collect(place + component.getName() + ".", inner, figures);
      } else if (value != null) {
        figures.put(
            place + component.getName(),
            value instanceof Long count ? BigDecimal.valueOf(count) : value);
      }
    }
  }

  private static Object value(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
