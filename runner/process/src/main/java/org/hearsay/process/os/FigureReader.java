package org.hearsay.process.os;

import java.util.EnumMap;
import java.util.Map;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.service.Count;
import org.jspecify.annotations.Nullable;

/** Reads what a node says that it has counted. */
final class FigureReader {

  private FigureReader() {}

  /** The figures of a line, of a level the highest; what is none is left out. */
  static Map<Count, Long> counts(LogLine line) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    for (Count count : Count.values()) {
      put(counts, count, line.field(count.text()));
      put(counts, count, line.field(count.mostText()));
    }
    return counts;
  }

  private static void put(Map<Count, Long> counts, Count count, @Nullable String text) {
    if (text != null && text.matches("[0-9]{1,18}")) {
      counts.put(count, Long.parseLong(text));
    }
  }
}
