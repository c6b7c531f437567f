package org.hearsay.overlays.hyparview;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long it takes to the nodes that are measured in a round, and back: the least of some times,
 * as whatever is more was spent waiting.
 */
final class RoundTrips {
  /** How often a node is asked. */
  private static final int TIMES = 3;

  private static final long NONE = -1;

  private static final class Trial {
    private long number;
    private int answers;
    private long sentMicros;
    private long leastMicros = Long.MAX_VALUE;
  }

  private final Map<Integer, Trial> trials = new LinkedHashMap<>();
  private long numbers;

  /** Begins a round: who has not answered by now is not waited for. */
  void begin() {
    trials.clear();
  }

  /** Asks a node, as so-manyeth question. */
  long ask(int node, long nowMicros) {
    Trial trial = trials.computeIfAbsent(node, unused -> new Trial());
    trial.number = ++numbers;
    trial.sentMicros = nowMicros;
    return trial.number;
  }

  /** Takes in an answer; false if it is none to the last question. */
  boolean answer(int node, long number, long nowMicros) {
    Trial trial = trials.get(node);
    if (trial == null || trial.number != number) {
      return false;
    }
    trial.number = NONE;
    trial.answers++;
    trial.leastMicros = Math.min(trial.leastMicros, nowMicros - trial.sentMicros);
    return true;
  }

  /** Whether a node has been asked often enough. */
  boolean isMeasured(int node) {
    Trial trial = trials.get(node);
    return trial != null && trial.answers == TIMES;
  }

  /** The least time to a node and back in this round; there was an answer. */
  long leastMicros(int node) {
    Trial trial = trials.get(node);
    return trial == null ? Long.MAX_VALUE : trial.leastMicros;
  }
}
