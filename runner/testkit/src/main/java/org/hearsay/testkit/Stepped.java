package org.hearsay.testkit;

import java.util.List;

/** The time and the timers of one node that is stepped by hand, whatever part of it is. */
public abstract sealed class Stepped permits RecordingNode, RecordingOverlay, RecordingDetector {

  Stepped() {}

  /** Notes what the node does. */
  abstract Recording<?> recording();

  /** Calls back for a timer whose deadline has come. */
  abstract void onTimer(int timer);

  /**
   * Moves time on to the earliest deadline and fires that timer.
   *
   * @throws IllegalStateException if no timer is set
   */
  public final List<Effect> fireNext() {
    return fire(recording().nextTimer());
  }

  /**
   * Moves time on to a timer's deadline and fires it.
   *
   * @throws IllegalStateException if it is not set
   */
  public final List<Effect> fire(int timer) {
    recording().expire(timer);
    return recording().step(() -> onTimer(timer));
  }

  /** Moves time on without firing anything. */
  public final void advance(long micros) {
    recording().advance(micros);
  }

  /** The time. */
  public final long nowMicros() {
    return recording().time();
  }

  /** Whether a timer is set. */
  public final boolean hasTimer() {
    return recording().hasTimer();
  }
}
