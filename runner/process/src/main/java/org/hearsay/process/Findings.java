package org.hearsay.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.process.Finding.Kind;
import org.hearsay.scenario.time.Schedule;

/** What nodes did that they should not: of each kind and node the first case, and how many. */
final class Findings {

  private record Key(int node, Kind kind) {}

  private final Schedule schedule;
  private final Map<Key, Finding> findings = new LinkedHashMap<>();

  Findings(Schedule schedule) {
    this.schedule = schedule;
  }

  void add(int node, Kind kind, String what) {
    findings.merge(
        new Key(node, kind),
        new Finding(node, kind, schedule.nowMicros(), what, 1),
        (first, again) -> first.again());
  }

  List<Finding> all() {
    return new ArrayList<>(findings.values());
  }
}
