package org.hearsay.cli.run;

import java.math.BigDecimal;
import java.util.Set;
import org.hearsay.api.plugin.Trait;
import org.hearsay.report.Measurements;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Needed;
import org.hearsay.scenario.fault.Fault;
import org.jspecify.annotations.Nullable;

/** What a strategy promises for a run, and whether the run kept it. */
public final class Promise {
  private static final BigDecimal MOST_LOSS = new BigDecimal("0.1");

  private final Job job;
  private final Settings simulated;
  private final Set<Trait> needed;

  /** The promise that covers a run. */
  public Promise(Job job) {
    this.job = job;
    this.simulated = SimulationSettings.of(job.settings(), job.seed());
    this.needed = Needed.by(simulated);
    if (needed.size() > 1) {
      needed.remove(Trait.DELIVERS_TO_ALL);
    }
  }

  /**
   * Whether the strategy promises to lose nothing; it does so for its default options only, and for
   * runs that give it a chance: quiet for ten seconds and a hundred hops, in no worse weather than
   * a little loss, and with faults that only cut links and stop nodes and are over in time.
   */
  boolean isMade() {
    return isDeclared() && hasDefaultOptions() && isFair();
  }

  private boolean isFair() {
    BigDecimal hundredHopsSeconds = new BigDecimal(job.settings().latency()).movePointLeft(1);
    return job.settings().orUsual().weather() == null
        && job.settings().quiet().compareTo(BigDecimal.TEN.max(hundredHopsSeconds)) >= 0
        && job.settings().loss().compareTo(MOST_LOSS) <= 0
        && simulated.faults().plan().stream().allMatch(this::isFair);
  }

  private boolean isFair(Fault fault) {
    boolean bendsTime =
        fault instanceof Fault.Slow || fault instanceof Fault.Skew || fault instanceof Fault.Drift;
    return !bendsTime && fault.span().isOverAfter(simulated.load().limit());
  }

  private boolean isDeclared() {
    return job.strategy().promises().containsAll(needed);
  }

  private boolean hasDefaultOptions() {
    return job.strategy().descriptor().defaults().equals(job.strategy().config());
  }

  /** Whether a run broke it. No strategy is free to repeat or to invent values. */
  public boolean isBrokenBy(Measurements run) {
    return isSome(run.duplicated())
        || isSome(run.invented())
        || (isSome(run.missing()) && isMade());
  }

  private static boolean isSome(@Nullable Long count) {
    return count != null && count > 0;
  }

  /** Its traits, as users see them. */
  public String text() {
    return String.join(" and ", needed.stream().map(Trait::name).toList());
  }

  /** What to say after the strategy's name when values are missing. */
  public String remark() {
    if (!isDeclared()) {
      return "does not promise " + text() + (job.strategy().membership().isNone() ? "" : " there");
    }
    if (!hasDefaultOptions()) {
      return "promises " + text() + " with its default options only";
    }
    return "promises "
        + text()
        + (isFair() ? ": this is a bug in it" : ", but not in so short or so troubled a run");
  }
}
