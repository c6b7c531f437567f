package org.hearsay.scenario.check;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;

/**
 * What became of the broadcasts that clients asked for.
 *
 * @param accepted how many were acknowledged
 * @param refused how many were turned down, and had no effect
 * @param unanswered of how many nobody knows
 * @param acceptedMicros how long those took that were acknowledged
 */
public record Served(int accepted, int refused, int unanswered, Histogram acceptedMicros) {
  private static final long MOST_MICROS = 3_600_000_000L;

  /** What became of them in a run. */
  public static Served of(History history) {
    Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    Histogram micros = new Histogram(MOST_MICROS, 3);
    for (Operation broadcast : history.broadcasts()) {
      endings.merge(broadcast.ending(), 1, Integer::sum);
      if (broadcast.ending() == Ending.OK) {
        micros.recordValue(
            Math.min(broadcast.endedMicros() - broadcast.invokedMicros(), MOST_MICROS));
      }
    }
    return new Served(
        endings.getOrDefault(Ending.OK, 0),
        endings.getOrDefault(Ending.FAILED, 0),
        endings.getOrDefault(Ending.UNKNOWN, 0) + endings.getOrDefault(Ending.NONE, 0),
        micros);
  }
}
