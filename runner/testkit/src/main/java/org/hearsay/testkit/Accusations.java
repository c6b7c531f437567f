package org.hearsay.testkit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hearsay.node.membership.Verdict;
import org.hearsay.simulation.RunObserver;

/** Verdicts of death against nodes that nothing has happened to. */
final class Accusations implements RunObserver {
  private final Set<Integer> harmed = new HashSet<>();
  private int count;
  private String first = "";

  @Override
  public void fault(long micros, String what) {
    int node = what.lastIndexOf(" n");
    if (node >= 0) {
      harmed.add(Integer.parseInt(what.substring(node + 2)));
    }
  }

  @Override
  public void judged(long micros, int node, int peer, Verdict verdict) {
    if (verdict == Verdict.DOWN && !harmed.contains(peer)) {
      if (count++ == 0) {
        first =
            String.format(
                Locale.ROOT, "n%d took n%d for dead after %.1f s", node, peer, micros / 1e6);
      }
    }
  }

  /** The first of them, and how many more there are; empty if there are none. */
  Optional<String> text() {
    return count == 0
        ? Optional.empty()
        : Optional.of(first + ", which was well, the first of " + count);
  }
}
