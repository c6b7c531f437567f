package org.hearsay.cli.simulate;

import java.math.BigDecimal;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.simulation.WorldKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for simulations beyond what processes could do. */
final class SizeOptions {

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description =
          "Simulate at size: N nodes in the scale world, on a random topology, over an ideal network"
              + " with latencies uniform around 50 ms, and ten broadcasts in a second. Every other"
              + " option still decides where it is given.")
  private @Nullable Integer nodes;

  @Option(
      names = "--world",
      paramLabel = "NAME",
      description =
          "How closely to follow real nodes: faithful (real runtimes, every message through the real"
              + " codec) or scale (nodes as columns of numbers, no codec, so no bytes). Both deliver"
              + " the same. Default: faithful, with --nodes scale.")
  private @Nullable String world;

  @Option(
      names = "--workload",
      paramLabel = "NAME",
      description =
          "What clients do: maelstrom (broadcasts and reads) or broadcasts (alone; a strategy that"
              + " promises silence is watched to the end, any other until every rumor is everywhere)."
              + " Default: maelstrom, with --nodes broadcasts.")
  private @Nullable String workload;

  /**
   * What was asked for, checked.
   *
   * @throws BadOptionException if a value is out of bounds
   */
  RunSettings settings(RunOptions run) {
    if (nodes != null && run.choosesNodeCount()) {
      throw new BadOptionException("Give --nodes or --node-count, not both");
    }
    RunSettings usual = nodes == null ? RunOptions.CHALLENGE : atSize(nodes);
    RunSettings.Beyond beyond = usual.orUsual();
    return run.settings(
        usual.with(
            beyond.in(
                workload == null
                    ? beyond.workload()
                    : other("--workload", Workload.class, workload, Workload.MAELSTROM),
                world == null
                    ? beyond.world()
                    : other("--world", WorldKind.class, world, WorldKind.FAITHFUL))));
  }

  /** The word as records have it: null for what is usual there. */
  private static <E extends Enum<E>> @Nullable String other(
      String option, Class<E> type, String word, E usual) {
    return Words.parse(option, type, word) == usual ? null : word;
  }

  private static RunSettings atSize(int nodeCount) {
    return new RunSettings(
        nodeCount,
        "random",
        50,
        "uniform",
        BigDecimal.TEN,
        BigDecimal.ONE,
        BigDecimal.valueOf(60),
        "none",
        BigDecimal.TEN,
        BigDecimal.ZERO,
        "ideal",
        RunSettings.Beyond.NOTHING.in(
            Words.word(Workload.BROADCASTS), Words.word(WorldKind.SCALE)));
  }
}
