package org.hearsay.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.check.Validity;

/** What Maelstrom and the strict judge say of a run, and where they differ, a line each. */
public final class Judgement {
  private static final int SHOWN_VALUES = 10;

  /** Something wrong, and what Maelstrom makes of it. */
  public record Wrong(String what, String underMaelstrom) {}

  private final MaelstromVerdict maelstrom;
  private final StrictVerdict strict;
  private final List<Wrong> misbehaviors;

  /** A judgement of a run in which nodes could not but do what they are for. */
  public Judgement(MaelstromVerdict maelstrom, StrictVerdict strict) {
    this(maelstrom, strict, List.of());
  }

  /**
   * A judgement of a run of any nodes.
   *
   * @param misbehaviors what nodes did, besides what clients saw, that makes the run invalid
   */
  public Judgement(MaelstromVerdict maelstrom, StrictVerdict strict, List<Wrong> misbehaviors) {
    this.maelstrom = maelstrom;
    this.strict = strict;
    this.misbehaviors = List.copyOf(misbehaviors);
  }

  /** What both say, a line each. */
  public List<String> lines() {
    List<Wrong> wrong = wrong();
    List<String> lines = new ArrayList<>();
    lines.add(head(wrong.isEmpty()));
    boolean passed = maelstrom.validity().compareTo(Validity.UNKNOWN) <= 0;
    for (Wrong each : wrong) {
      lines.add("  " + each.what + (passed ? " (" + each.underMaelstrom + ")" : ""));
    }
    addForgotten(lines);
    return lines;
  }

  private void addForgotten(List<String> lines) {
    if (!strict.forgotten().isEmpty()) {
      lines.add(
          "Counted apart: values that died with the node that had acknowledged them, "
              + first(strict.forgotten())
              + ".");
    }
  }

  /** What the strict judge says of a run that nobody read in, a line each. */
  public List<String> strictLines() {
    List<Wrong> wrong = wrong();
    List<String> lines = new ArrayList<>();
    lines.add(
        wrong.isEmpty()
            ? "Every acknowledged value is in every node's log, once, and nothing else."
            : "By the nodes' logs at the end this run is invalid:");
    wrong.forEach(each -> lines.add("  " + each.what));
    addForgotten(lines);
    return lines;
  }

  private String head(boolean strictlyValid) {
    return switch (maelstrom.validity()) {
      case VALID ->
          strictlyValid
              ? "Maelstrom calls this run valid, and so does the strict judge."
              : "Maelstrom calls this run valid; the strict judge does not:";
      case UNKNOWN ->
          "Maelstrom does not know, as no value was read at the end; the strict judge "
              + (strictlyValid ? "finds nothing wrong." : "finds it invalid:");
      case INVALID ->
          "Maelstrom calls this run invalid, as "
              + reason()
              + (strictlyValid ? "; strictly nothing is wrong." : "; strictly, too:");
      case ERROR -> "Maelstrom would end without results; the strict judge finds the run invalid:";
    };
  }

  private String reason() {
    int lost = maelstrom.workload().lostCount();
    if (lost > 0) {
      return "it lost " + (lost == 1 ? "1 value" : lost + " values");
    }
    return "no " + (maelstrom.stats().read().ok() == 0 ? "read" : "broadcast") + " ended well";
  }

  private List<Wrong> wrong() {
    List<Wrong> wrong = new ArrayList<>(misbehaviors);
    if (!strict.missing().isEmpty()) {
      wrong.add(
          new Wrong(
              acknowledged(strict.missing().size())
                  + " missing at "
                  + nodes(strict.missingAt())
                  + ": "
                  + first(strict.missing()),
              "Maelstrom asks the very last reads only"));
    }
    if (!strict.duplicated().isEmpty()) {
      wrong.add(
          new Wrong(
              "a read repeats " + first(strict.duplicated()),
              "Maelstrom's count of duplicates is always 0"));
    }
    if (!strict.invented().isEmpty()) {
      wrong.add(
          new Wrong(
              "a read has, before anybody broadcast it, " + first(strict.invented()),
              "Maelstrom ignores values that nobody broadcast"));
    }
    if (!strict.unread().isEmpty()) {
      wrong.add(
          new Wrong(
              nodes(strict.unread()) + " did not answer the final read",
              "Maelstrom is content with the others"));
    }
    return wrong;
  }

  private static String acknowledged(int count) {
    return count == 1 ? "1 acknowledged value is" : count + " acknowledged values are";
  }

  private static String nodes(List<Integer> nodes) {
    return (nodes.size() == 1 ? "node" : nodes.size() + " nodes")
        + " "
        + first(nodes.stream().map(node -> "n" + node));
  }

  private static String first(List<Integer> values) {
    return first(
        values.stream().map(value -> value < 0 ? "something that is no value" : "" + value));
  }

  private static String first(Stream<String> words) {
    List<String> all = words.toList();
    String shown = all.stream().limit(SHOWN_VALUES).collect(Collectors.joining(", "));
    int more = all.size() - SHOWN_VALUES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
