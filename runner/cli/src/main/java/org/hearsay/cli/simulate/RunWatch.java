package org.hearsay.cli.simulate;

import java.util.Locale;
import org.hearsay.cli.console.Interruption;
import org.hearsay.cli.console.Progress;
import org.hearsay.report.RunSettings;
import org.hearsay.simulation.Watch;

/** Shows how far a run is and when it will be over, and ends it when the user has seen enough. */
final class RunWatch implements Watch {
  private static final long NANOS_BETWEEN = 200_000_000;

  private final Progress progress;
  private final Interruption interruption;
  private final double wholeSeconds;
  private final double wholeDeliveries;
  private final long startNanos = System.nanoTime();
  private long shownNanos = startNanos;
  private long shownEvents;

  RunWatch(Progress progress, Interruption interruption, RunSettings settings) {
    this.progress = progress;
    this.interruption = interruption;
    wholeSeconds = settings.timeLimit().add(settings.quiet()).doubleValue();
    wholeDeliveries =
        settings.orUsual().workload() == null
            ? Double.POSITIVE_INFINITY
            : Math.ceil(settings.rate().multiply(settings.timeLimit()).doubleValue())
                * (settings.nodeCount() - 1);
  }

  @Override
  public boolean goOn(SoFar soFar) {
    long now = System.nanoTime();
    if (now - shownNanos >= NANOS_BETWEEN) {
      progress.show(line(soFar, now));
      shownNanos = now;
      shownEvents = soFar.events();
    }
    return !interruption.happened();
  }

  private String line(SoFar soFar, long now) {
    double done =
        Math.max(soFar.micros() / 1e6 / wholeSeconds, soFar.deliveries() / wholeDeliveries);
    double elapsed = (now - startNanos) / 1e9;
    return String.format(
        Locale.ROOT,
        "second %.1f of the run, %.1f million messages, %.1f million events a second,"
            + " %.0f %% done, about %.0f s left",
        soFar.micros() / 1e6,
        soFar.messages() / 1e6,
        (soFar.events() - shownEvents) * 1e3 / (now - shownNanos),
        100 * done,
        done == 0 ? 0 : elapsed * (1 - done) / done);
  }
}
