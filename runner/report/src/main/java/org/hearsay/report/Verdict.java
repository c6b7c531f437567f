package org.hearsay.report;

import java.util.ArrayList;
import java.util.List;

/** What the two judges say of a run, in a word or two. */
public final class Verdict {
  static final String MAELSTROM_DEFINITION =
      "INVALID if the very last reads miss a value that was acknowledged or read before";
  static final String STRICT_DEFINITION =
      "ok if every final read has every acknowledged value, none twice and none invented";

  private Verdict() {}

  /** Maelstrom's: {@code valid}, {@code INVALID} or {@code unknown}. */
  public static String maelstrom(Measurements run) {
    return switch (run.validMaelstrom()) {
      case "true" -> "valid";
      case "false" -> "INVALID";
      default -> run.validMaelstrom();
    };
  }

  /** The strict one's: {@code ok}, or what is wrong and with how many values; and how many died. */
  public static String strict(Measurements run) {
    List<String> wrong = new ArrayList<>();
    if (run.missing() > 0) {
      wrong.add("LOSES " + run.missing());
    }
    if (run.duplicated() > 0) {
      wrong.add("REPEATS " + run.duplicated());
    }
    if (run.invented() > 0) {
      wrong.add("INVENTS " + run.invented());
    }
    if (wrong.isEmpty() && !run.valid()) {
      wrong.add("SILENT");
    }
    String verdict = wrong.isEmpty() ? "ok" : String.join(", ", wrong);
    return run.forgotten() > 0 ? verdict + ", " + run.forgotten() + " died" : verdict;
  }
}
