package org.hearsay.chaos;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.shrink.Shrinker;
import org.hearsay.simulation.Transcript;

/**
 * How a run broke a law, as small as it was made.
 *
 * @param drawn the run that broke it first
 * @param smallest the smallest run found that breaks it, too
 * @param complaint how that breaks it
 * @param runs how many runs the search took
 * @param isDone whether the search came to its end
 * @param trace what happens in it, step by step, from its beginning on
 */
public record Postmortem(
    Trial drawn,
    Trial smallest,
    Complaint complaint,
    int runs,
    boolean isDone,
    List<String> trace) {

  /**
   * Makes a run smaller that breaks a law.
   *
   * @param lines how many lines of the trace to keep
   */
  public static Postmortem of(Trial drawn, Law law, int lines) {
    return of(drawn, law, lines, () -> true);
  }

  /**
   * The same as long as there is time.
   *
   * @param goOn asked before each run whether there is to be another one
   */
  public static Postmortem of(Trial drawn, Law law, int lines, BooleanSupplier goOn) {
    Shrinker shrinker = new Shrinker(trial -> examine(trial, law).breaks(law), goOn);
    Trial smallest = shrinker.shrink(drawn);
    Complaint complaint =
        examine(smallest, law).complaints().stream()
            .filter(each -> each.law() == law)
            .findFirst()
            .orElseThrow();
    Transcript transcript = new Transcript(lines);
    Examination.of(smallest, transcript);
    return new Postmortem(
        drawn, smallest, complaint, shrinker.runs(), shrinker.isDone(), transcript.lines());
  }

  private static Examination examine(Trial trial, Law law) {
    return law == Law.SAME_IN_BOTH_WORLDS ? Examination.ofBothWorlds(trial) : Examination.of(trial);
  }

  /** How many events its schedule has: broadcasts and faults. */
  public int events() {
    return smallest.settings().load().plan().size() + smallest.settings().faults().plan().size();
  }

  /** How many nodes it has. */
  public int nodes() {
    return smallest.settings().cluster().nodeCount();
  }
}
