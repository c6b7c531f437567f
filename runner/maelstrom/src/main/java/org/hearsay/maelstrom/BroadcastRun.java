package org.hearsay.maelstrom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearsay.report.RunSettings;

/**
 * A run of Maelstrom's broadcast test with Hearsay's nodes, to be made.
 *
 * @param strategy what the nodes run
 * @param config the value of each of its options
 * @param words choose that on the command line of a node
 * @param settings under which conditions
 * @param seed with the node's number decides a node's random choices; Maelstrom's own are new in
 *     every run
 */
public record BroadcastRun(
    String strategy,
    Map<String, String> config,
    List<String> words,
    RunSettings settings,
    long seed) {
  private static final Set<String> TOPOLOGIES =
      Set.of("line", "grid", "tree", "tree2", "tree3", "tree4", "total");
  private static final BigDecimal QUIET_SECONDS = BigDecimal.TEN;

  /** Keeps a copy of the options, in their order. */
  public BroadcastRun {
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
    words = List.copyOf(words);
  }

  /** Why Maelstrom cannot run under some settings, in a sentence; empty if it can. */
  public static Optional<String> refusal(RunSettings settings) {
    if (settings.losesMessages()) {
      return Optional.of("Maelstrom loses messages in partitions only: leave out --loss");
    }
    if (settings.beyond() != null) {
      return Optional.of(refusal(settings.beyond()));
    }
    if (!settings.network().equals("maelstrom")) {
      return Optional.of("Maelstrom has no --network=" + settings.network());
    }
    if (settings.hasNemesis() && !settings.nemesis().equals("partition")) {
      return Optional.of("Maelstrom has no --nemesis=" + settings.nemesis() + ", just partition");
    }
    if (settings.quiet().compareTo(QUIET_SECONDS) != 0) {
      return Optional.of("Maelstrom is always quiet for 10 s: leave out --quiet");
    }
    if (!TOPOLOGIES.contains(settings.topology())) {
      return Optional.of(
          "Maelstrom has no --topology="
              + settings.topology()
              + "; it has line, grid, tree, tree2, tree3, tree4 and total");
    }
    if (settings.latency() == 0 && !settings.latencyDist().equals("constant")) {
      return Optional.of(
          "Maelstrom needs a --latency above 0 for --latency-dist=" + settings.latencyDist());
    }
    if (settings.timeLimit().stripTrailingZeros().scale() > 0) {
      return Optional.of(
          "Maelstrom counts whole seconds, not --time-limit="
              + settings.timeLimit().toPlainString());
    }
    return Optional.empty();
  }

  private static String refusal(RunSettings.Beyond beyond) {
    if (beyond.joinInterval() != null || beyond.settle() != null) {
      return "Maelstrom starts all nodes at once: leave out "
          + (beyond.joinInterval() != null ? "--join-interval" : "--settle");
    }
    String option =
        beyond.weather() != null
            ? "--weather"
            : beyond.faults() != null ? "--faults" : "--broadcasts";
    return "Maelstrom has latency and partitions only: leave out "
        + option
        + ", in a --scenario as well";
  }

  /** The command for Maelstrom from the folder of this repository: the same on every machine. */
  public String command() {
    return String.join(" ", words("maelstrom", "runner/bin/runner"));
  }

  /**
   * The words that make this run.
   *
   * @param program Maelstrom
   * @param launcher what it is to start as a node
   */
  List<String> words(String program, String launcher) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of(program, "test", "-w", "broadcast", "--bin", launcher));
    all.addAll(List.of("--node-count", Integer.toString(settings.nodeCount())));
    all.addAll(List.of("--topology", settings.topology()));
    all.addAll(List.of("--latency", Integer.toString(settings.latency())));
    all.addAll(List.of("--latency-dist", settings.latencyDist()));
    all.addAll(List.of("--rate", settings.rate().toPlainString()));
    all.addAll(List.of("--time-limit", settings.timeLimit().toPlainString()));
    if (settings.hasNemesis()) {
      all.addAll(List.of("--nemesis", settings.nemesis()));
      all.addAll(List.of("--nemesis-interval", settings.nemesisInterval().toPlainString()));
    }
    all.add("--");
    all.addAll(words);
    all.add("--seed=" + seed);
    return all;
  }
}
