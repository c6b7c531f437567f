package org.hearsay.cli.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.run.Judgement;
import org.hearsay.process.DriveOutcome;
import org.hearsay.process.Finding;

/** What nodes did that they should not, in sentences, with the last they had to say. */
final class Misbehaviors {
  private static final double MICROS_PER_SECOND = 1e6;

  private final List<DriveOutcome.Misbehavior> all;

  Misbehaviors(List<DriveOutcome.Misbehavior> all) {
    this.all = List.copyOf(all);
  }

  /** Those that make a run invalid. */
  List<Judgement.Wrong> wrong() {
    return all.stream()
        .flatMap(node -> node.findings().stream())
        .filter(finding -> finding.kind().invalidates())
        .map(finding -> new Judgement.Wrong(sentence(finding), finding.kind().underMaelstrom()))
        .toList();
  }

  /** What else they did, and the last that each of them wrote to standard error. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (DriveOutcome.Misbehavior node : all) {
      lines.add("");
      node.findings().stream()
          .filter(finding -> !finding.kind().invalidates())
          .map(finding -> sentence(finding) + " (" + finding.kind().underMaelstrom() + ")")
          .forEach(lines::add);
      if (node.lastErrors().isEmpty()) {
        lines.add("n" + node.node() + " wrote nothing to standard error.");
      } else {
        lines.add("The last that n" + node.node() + " wrote to standard error:");
        node.lastErrors().forEach(line -> lines.add("  | " + line));
      }
    }
    return lines;
  }

  /** The same for whoever watches, while the result goes elsewhere. */
  void report(Console console) {
    wrong().forEach(wrong -> console.say(wrong.what()));
    lines().stream().filter(line -> !line.isEmpty()).forEach(console.err()::println);
  }

  private static String sentence(Finding finding) {
    return "n"
        + finding.node()
        + " "
        + finding.what()
        + String.format(Locale.ROOT, ", at %.3f s", finding.micros() / MICROS_PER_SECOND)
        + (finding.count() > 1 ? ", and " + (finding.count() - 1) + " times more" : "");
  }
}
