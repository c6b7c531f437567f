package org.hearsay.reproduction;

import org.hearsay.simulation.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A run, and what of it does not count.
 *
 * @param run the run
 * @param warmUp the same run with its first broadcasts alone, whose cost and reach do not count;
 *     null if everything does
 */
record Measured(Outcome run, @Nullable Outcome warmUp) {

  /** How many rumors began. */
  long rumors() {
    return run.spread().rumors() - (warmUp == null ? 0 : warmUp.spread().rumors());
  }

  /** How often one reached a node other than its origin. */
  long deliveries() {
    return run.spread().deliveries() - (warmUp == null ? 0 : warmUp.spread().deliveries());
  }

  /** How often one should have. */
  long due() {
    return run.spread().due() - (warmUp == null ? 0 : warmUp.spread().due());
  }

  /** How many rumors were carried. */
  long payloads() {
    return run.traffic().payloads() - (warmUp == null ? 0 : warmUp.traffic().payloads());
  }

  /** The hops to a rumor's last delivery, averaged over rumors. */
  double meanLastHop() {
    return rumors() == 0 ? 0 : (lastHops(run) - (warmUp == null ? 0 : lastHops(warmUp))) / rumors();
  }

  private static double lastHops(Outcome run) {
    return run.spread().meanLastHop() * run.spread().rumors();
  }
}
