package org.hearsay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.StrictVerdict;

/** What Maelstrom and the strict judge say of a run, and where they differ, in sentences. */
final class Judgement {
  private static final int SHOWN_VALUES = 10;

  private final Job job;
  private final MaelstromVerdict maelstrom;
  private final StrictVerdict strict;

  Judgement(Job job, MaelstromVerdict maelstrom, StrictVerdict strict) {
    this.job = job;
    this.maelstrom = maelstrom;
    this.strict = strict;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(verdicts());
    List<Integer> forgotten = strict.forgotten();
    if (!forgotten.isEmpty()) {
      lines.add(
          "Counted apart: values that died with the node that had acknowledged them, "
              + first(forgotten)
              + ".");
    }
    if (!strict.missing().isEmpty()) {
      lines.add(job.strategy().name() + " " + new Promise(job).remark() + ".");
    }
    return lines;
  }

  private String verdicts() {
    int lost = maelstrom.workload().lostCount();
    return switch (maelstrom.validity()) {
      case VALID ->
          strict.valid()
              ? "Maelstrom calls this run valid, and so does the strict judge."
              : "Maelstrom calls this run valid, yet " + wrong() + ".";
      case UNKNOWN ->
          "Maelstrom does not know, as no value was read at the end; "
              + (strict.valid() ? "the strict judge finds nothing wrong." : wrong() + ".");
      case ERROR -> "Maelstrom would break this run off.";
      case INVALID ->
          "Maelstrom calls this run invalid, as it lost "
              + (lost == 1 ? "1 value" : lost + " values")
              + (strict.valid()
                  ? ", yet nothing that was acknowledged is missing."
                  : "; strictly, " + wrong() + ".");
    };
  }

  private String wrong() {
    List<String> wrong = new ArrayList<>();
    if (!strict.missing().isEmpty()) {
      wrong.add(
          acknowledged(strict.missing().size())
              + " missing at "
              + nodes(strict.missingAt().size())
              + ": "
              + first(strict.missing()));
    }
    if (!strict.duplicated().isEmpty()) {
      wrong.add("a read repeats " + first(strict.duplicated()));
    }
    if (!strict.invented().isEmpty()) {
      wrong.add("a read has, before anybody broadcast it, " + first(strict.invented()));
    }
    if (!strict.unread().isEmpty()) {
      wrong.add(nodes(strict.unread().size()) + " did not answer the final read");
    }
    return String.join("; ", wrong);
  }

  private static String acknowledged(int count) {
    return count == 1 ? "1 acknowledged value is" : count + " acknowledged values are";
  }

  private static String nodes(int count) {
    return count == 1 ? "1 node" : count + " nodes";
  }

  private static String first(List<Integer> values) {
    String shown =
        values.stream().limit(SHOWN_VALUES).map(String::valueOf).collect(Collectors.joining(", "));
    int more = values.size() - SHOWN_VALUES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
