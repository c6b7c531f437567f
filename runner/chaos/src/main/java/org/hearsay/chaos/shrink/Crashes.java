package org.hearsay.chaos.shrink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.Span;
import org.hearsay.simulation.RunObserver;

/** Notes when nodes died and came back, as faults that make them do so. */
final class Crashes implements RunObserver {
  private final Map<Integer, Long> diedMicros = new HashMap<>();
  private final List<Fault> all = new ArrayList<>();

  @Override
  public void died(long micros, int node) {
    diedMicros.put(node, micros);
  }

  @Override
  public void cameBack(long micros, int node) {
    Long start = diedMicros.remove(node);
    if (start != null) {
      all.add(new Fault.Crash(node, new Span(start, Math.max(1, micros - start))));
    }
  }

  List<Fault> all() {
    return List.copyOf(all);
  }
}
