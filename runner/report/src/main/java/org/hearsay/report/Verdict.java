package org.hearsay.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the two judges say of a run, in a word or two. */
public final class Verdict {
  static final String MAELSTROM_DEFINITION =
      "INVALID if the very last reads miss a value that was acknowledged or read before";
  static final String STRICT_DEFINITION =
      "ok if every final read has every acknowledged value, none twice and none invented";
  static final String DIED_DEFINITION =
      "counted apart: acknowledged values that died with the node that had acknowledged them";

  private Verdict() {}

  /** Maelstrom's: {@code valid}, {@code INVALID} or {@code unknown}. */
  public static String maelstrom(Measurements run) {
    return switch (run.validMaelstrom()) {
      case "true" -> "valid";
      case "false" -> "INVALID";
      default -> run.validMaelstrom();
    };
  }

  /**
   * The strict one's: {@code ok}, or what is wrong and with how many values or nodes, and how many
   * values died; a dash if it was not asked.
   */
  public static String strict(Measurements run) {
    if (run.valid() == null) {
      return Metric.UNKNOWN;
    }
    List<String> wrong = new ArrayList<>();
    addIfAny("LOSES", run.missing(), wrong);
    addIfAny("REPEATS", run.duplicated(), wrong);
    addIfAny("INVENTS", run.invented(), wrong);
    addIfAny("MISBEHAVES", run.misbehaving(), wrong);
    if (wrong.isEmpty() && !run.valid()) {
      wrong.add("SILENT");
    }
    String verdict = wrong.isEmpty() ? "ok" : String.join(", ", wrong);
    return saysDied(run) ? verdict + ", " + run.forgotten() + " died" : verdict;
  }

  private static void addIfAny(String word, @Nullable Long count, List<String> wrong) {
    if (isSome(count)) {
      wrong.add(word + " " + count);
    }
  }

  /** Whether {@link #strict} says of a run that values died. */
  static boolean saysDied(Measurements run) {
    return run.valid() != null && isSome(run.forgotten());
  }

  private static boolean isSome(@Nullable Long count) {
    return count != null && count > 0;
  }
}
