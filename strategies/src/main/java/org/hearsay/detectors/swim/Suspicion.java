package org.hearsay.detectors.swim;

import java.util.ArrayList;
import java.util.List;

/**
 * A suspicion of a member: how long it has to refute, which is less the more members have confirmed
 * it independently (Lifeguard), and who they are.
 */
final class Suspicion {
  private final long startMicros;
  private final long leastMicros;
  private final long mostMicros;
  private final int wantedConfirmations;
  private final List<Integer> suspectors = new ArrayList<>(2);

  /**
   * A suspicion of one member.
   *
   * @param leastMicros how long it lasts once so many others have confirmed it
   * @param mostMicros how long it lasts while nobody has
   */
  Suspicion(
      int suspector, long startMicros, long leastMicros, long mostMicros, int wantedConfirmations) {
    this.startMicros = startMicros;
    this.leastMicros = leastMicros;
    this.mostMicros = mostMicros;
    this.wantedConfirmations = wantedConfirmations;
    suspectors.add(suspector);
  }

  /** Who began it. */
  int firstSuspector() {
    return suspectors.get(0);
  }

  /** Another member suspects the same; whether that is news worth passing on. */
  boolean confirm(int suspector) {
    if (suspectors.size() > wantedConfirmations || suspectors.contains(suspector)) {
      return false;
    }
    suspectors.add(suspector);
    return true;
  }

  /** When it becomes certainty. */
  long deadlineMicros() {
    if (wantedConfirmations == 0) {
      return startMicros + leastMicros;
    }
    int confirmations = suspectors.size() - 1;
    double share = StrictMath.log(confirmations + 1.0) / StrictMath.log(wantedConfirmations + 1.0);
    long micros = (long) (mostMicros - (mostMicros - leastMicros) * share);
    return startMicros + Math.max(leastMicros, micros);
  }
}
