package org.hearsay.cli.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.chaos.check.Census;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.check.Laws;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.cli.run.Job;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Transcript;

/** Sees one run in detail, if it is small enough for that. */
final class Witness {
  private static final int MOST_NODES = 2_000;
  private static final Set<Law> TOLD_BY_THE_STRICT_JUDGE =
      EnumSet.of(Law.NOTHING_LOST, Law.AGREEMENT);

  private final Job job;
  private final Census census = new Census();
  private final OrderChecker order;
  private final Transcript transcript;
  private final List<RunObserver> observers = new ArrayList<>();

  /** A witness who writes down so many lines of what happens. */
  Witness(Job job, int lines) {
    this(job, new Transcript(lines, true));
    if (lines > 0) {
      observers.add(transcript);
    }
  }

  /** A witness who shows somebody each step. */
  Witness(Job job, Steps steps) {
    this(job, (Transcript) steps);
    observers.add(steps);
  }

  private Witness(Job job, Transcript transcript) {
    this.job = job;
    this.order = new OrderChecker(job.strategy().guarantees().order());
    this.transcript = transcript;
    if (job.settings().nodeCount() <= MOST_NODES) {
      observers.add(census);
      observers.add(order);
    }
  }

  RunObserver[] observers() {
    return observers.toArray(RunObserver[]::new);
  }

  /** What happened, as far as it was written down. */
  List<String> trace() {
    return observers.contains(transcript) ? transcript.lines() : List.of();
  }

  /** The laws that the run broke besides what the strict judge says of it anyway. */
  List<Complaint> complaints(Outcome outcome) {
    return observers.contains(census)
        ? Laws.judge(job.strategy(), outcome, census, order).stream()
            .filter(
                complaint ->
                    outcome.strict().valid() || !TOLD_BY_THE_STRICT_JUDGE.contains(complaint.law()))
            .toList()
        : List.of();
  }
}
