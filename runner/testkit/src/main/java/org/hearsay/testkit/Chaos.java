package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.hearsay.chaos.Examination;
import org.hearsay.chaos.Postmortem;
import org.hearsay.chaos.Trial;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;

/** Drawn runs, none of which may break a law; one that does is made as small as it goes. */
final class Chaos {
  private static final int SHOWN_LINES = 60;

  private Chaos() {}

  /** Fails with the smallest run found if one of some breaks a law. */
  static void requireLaws(Stream<Trial> trials) {
    trials.forEach(
        trial -> {
          List<Complaint> complaints = Examination.of(trial).complaints();
          if (!complaints.isEmpty()) {
            fail(smallest(trial, complaints.get(0).law()));
          }
        });
  }

  /** The smallest run found that breaks the law that a run breaks; nothing if it breaks none. */
  static String smallest(Trial trial) {
    return Examination.of(trial).complaints().stream()
        .findFirst()
        .map(complaint -> "\n" + smallest(trial, complaint.law()))
        .orElse("");
  }

  private static String smallest(Trial trial, Law law) {
    Postmortem found = Postmortem.of(trial, law, SHOWN_LINES);
    return String.join(
        "\n",
        "a law of every run is broken, " + found.complaint().text(),
        "the smallest run found in which it is:",
        found.smallest().command(),
        String.join("\n", found.trace()));
  }
}
