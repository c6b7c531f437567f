package org.hearsay.cli;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.simulation.RunObserver;

/** Shows how far a run is, once every simulated second. */
final class VirtualClock implements RunObserver {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final Progress progress;
  private long shownSeconds = -1;

  VirtualClock(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    long seconds = micros / MICROS_PER_SECOND;
    if (seconds > shownSeconds) {
      shownSeconds = seconds;
      progress.show("second " + seconds + " of the run");
    }
  }
}
