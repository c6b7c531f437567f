package org.hearsay.cli.reproduce;

import com.google.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.StrategyOption;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.reproduction.memory.Kept;
import org.hearsay.reproduction.memory.MemoryRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner memory}: many rumors through nodes that keep few of them. */
@Command(
    name = "memory",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner memory [OPTION]...",
    description = {
      "Sends many rumors through a few real nodes in one process, a star in virtual time, that keep"
          + " a part of them, and says each tenth of the way how much memory all nodes take"
          + " together, the most that any of them has kept, and whether reads answer what is kept."
          + " Then it measures what a rumor takes that is kept.",
      "Memory is what of this JVM's heap is in use after a garbage collection, more than before"
          + " there were nodes. That and rumors/s are this machine's; all else comes out the same"
          + " everywhere.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if no node kept more than it may, and reads were right; 1 if not; 2 if the"
          + " command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner memory --rumors=200000 --retain-count=10000 --rate=2000",
      "  runner/bin/runner memory --rumors=10000000 --retain-count=100000"
    })
public final class MemoryCommand implements Callable<Integer> {
  private static final int MOST_NODES = 10;
  private static final int USUAL_COUNT = 100_000;
  private static final int WARM_UP_RUMORS = 2_000;

  private static final List<String> LEGEND =
      List.of(
          "rumors     accepted so far; the last line is 10 s later",
          "heap MB    what all nodes together take of the heap, after a garbage collection",
          "most kept  the most rumors that any node has ever kept",
          "in a read  values in a read, at the node that answers fewest and at the one that does most",
          "refused    broadcasts answered with error 11, and made again later",
          "expired    rumors let go that not everybody was known to have, summed over nodes",
          "rumors/s   accepted a second of real time, measurements included");

  private static final String HEADINGS =
      "   rumors  heap MB  most kept      in a read  refused  expired  rumors/s";

  private final StrategyCatalog catalog;
  private final Console console;

  @Option(
      names = "--strategy",
      paramLabel = "NAME[:KEY=VALUE,...]",
      description = "What the nodes run. Default: delta-ack.")
  private String strategy = "delta-ack";

  @Option(names = "--nodes", paramLabel = "N", description = "How many nodes. Default: 5.")
  private int nodes = 5;

  @Option(
      names = "--rumors",
      paramLabel = "N",
      description = "How many values are broadcast, at the nodes in turn. Default: 1000000.")
  private int rumors = 1_000_000;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "How many of them a second of virtual time. Default: 5000.")
  private int rate = 5_000;

  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();

  @Inject
  MemoryCommand(StrategyCatalog catalog, Console console) {
    this.catalog = catalog;
    this.console = console;
  }

  @Override
  public Integer call() {
    if (nodes < 1 || nodes > MOST_NODES || rumors < 1 || rate < 1) {
      throw new BadOptionException("memory needs 1 to 10 nodes, and --rumors and --rate above 0");
    }
    ConfiguredStrategy<?, ?> chosen = StrategyOption.parse(catalog, strategy).guaranteeing(kept());
    console.print(
        List.of(
            String.join(" ", chosen.words()),
            nodes + " nodes, " + rumors + " rumors, " + rate + " a second of virtual time",
            ""));
    console.print(LEGEND);
    console.print(List.of("", HEADINGS));
    warmUp(chosen);
    boolean right = through(chosen);
    console.print(List.of(""));
    alone("whole numbers", i -> Integer.toString(i));
    alone("texts of 20 letters", i -> String.format(Locale.ROOT, "\"%020d\"", i));
    console.print(
        List.of(
            String.format(
                Locale.ROOT,
                "To know a rumor again that has been let go, of 5 origins: %.4f bits",
                Kept.dedupBits(rumors, USUAL_COUNT))));
    return right ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** What was asked for; if nothing was, a hundred thousand rumors. */
  private Guarantees kept() {
    Guarantees asked = guarantees.chosen(false, nodes);
    return asked.retention().equals(RetentionLimits.NONE) ? keeping(asked, USUAL_COUNT) : asked;
  }

  private static Guarantees keeping(Guarantees asked, long count) {
    return new Guarantees(
        false, new RetentionLimits(0, count, 0), asked.order(), asked.flow(), asked.trail());
  }

  /** What is loaded at the first use of anything is not what nodes take. */
  private void warmUp(ConfiguredStrategy<?, ?> chosen) {
    MemoryRun.run(
        new MemoryRun.Plan(chosen, nodes, Math.min(rumors, WARM_UP_RUMORS), rate),
        MemoryCommand::heapBytes,
        stage -> {});
  }

  private boolean through(ConfiguredStrategy<?, ?> chosen) {
    long start = System.nanoTime();
    boolean[] right = {true};
    MemoryRun.run(
        new MemoryRun.Plan(chosen, nodes, rumors, rate),
        MemoryCommand::heapBytes,
        stage -> {
          right[0] &= stage.wrong().isEmpty();
          stage.wrong().forEach(console::say);
          double seconds = (System.nanoTime() - start) / 1e9;
          console.print(
              List.of(
                  String.format(
                      Locale.ROOT,
                      "%9d  %7.1f  %9d  %13s  %7d  %7d  %8.0f",
                      stage.rumors(),
                      stage.heapBytes() / 1e6,
                      stage.mostRetained(),
                      stage.leastRead() + ".." + stage.mostRead(),
                      stage.refused(),
                      stage.expired(),
                      stage.rumors() / seconds)));
        });
    return right[0];
  }

  private void alone(String what, IntFunction<String> value) {
    Kept kept =
        Kept.of(
            StrategyOption.parse(catalog, strategy).guaranteeing(keeping(Guarantees.NONE, rumors)),
            Math.min(rumors, 1_000_000),
            value,
            MemoryCommand::heapBytes);
    console.print(
        List.of(
            String.format(
                Locale.ROOT,
                "Kept by one node, %d %s: %s each; --max-memory counts %.1f",
                kept.rumors(),
                what,
                kept.heapBytes() == 0
                    ? "too little to measure"
                    : String.format(
                        Locale.ROOT, "%.1f bytes", (double) kept.heapBytes() / kept.rumors()),
                (double) kept.estimatedBytes() / kept.rumors())));
  }

  /**
   * What of the heap is in use once everything else has been collected: HotSpot leaves some garbage
   * where it is but for each fourth time.
   */
  private static long heapBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 4; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
