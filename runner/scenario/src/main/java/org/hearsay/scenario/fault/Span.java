package org.hearsay.scenario.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A time in a run.
 *
 * @param startMicros when it begins, after the first operation
 * @param durationMicros how long it lasts, {@link #FOREVER} for the rest of the run
 */
public record Span(long startMicros, long durationMicros) {
  /** Longer than any run. */
  public static final long FOREVER = Long.MAX_VALUE;

  /** From the first operation to the end. */
  public static final Span WHOLE_RUN = new Span(0, FOREVER);

  /** Checks the times. */
  public Span {
    if (startMicros < 0
        || durationMicros <= 0
        || (durationMicros != FOREVER && startMicros > FOREVER - durationMicros)) {
      throw new IllegalArgumentException(
          "A fault cannot begin before the run, nor take no time: "
              + startMicros
              + " us, "
              + durationMicros
              + " us");
    }
  }

  /** Whether it ends within so long after the first operation. */
  public boolean isOverAfter(Duration time) {
    return durationMicros != FOREVER
        && startMicros + durationMicros <= TimeUnit.MICROSECONDS.convert(time);
  }
}
