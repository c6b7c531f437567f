package org.hearsay.simulation;

import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.workload.History;

/** What happens to a world from outside, from the start of the nodes to the verdict. */
interface Course {

  /** Begins faults and workload, which stop the event loop when the run is at its end. */
  void begin();

  /** What clients did and saw. */
  History history();

  /** What Maelstrom would say. */
  default MaelstromVerdict maelstrom(Net net) {
    return MaelstromVerdict.of(history(), net, false);
  }

  /** What is true. */
  StrictVerdict strict();
}
