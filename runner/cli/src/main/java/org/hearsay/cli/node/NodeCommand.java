package org.hearsay.cli.node;

import com.google.inject.Inject;
import java.util.concurrent.Callable;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.LogOptions;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.cli.options.Seed;
import org.hearsay.cli.options.StrategyOption;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner node}: one node on standard input and output, until the input ends. */
@Command(
    name = NodeCommand.NAME,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner [node] --strategy=NAME[:KEY=VALUE,...] [OPTION]...",
    description = {
      "One node that speaks Maelstrom's protocol on standard input and output.",
      "Maelstrom starts one process a node, with its --bin option. The word \"node\" may be left"
          + " out. The node ends with its input; its log goes to standard error."
    },
    footer = {
      "",
      "Examples:",
      "  maelstrom test -w broadcast --bin runner/bin/runner --node-count 25 --time-limit 20 \\",
      "      --rate 100 --latency 100 --topology grid -- --strategy=delta-ack",
      "  echo '{\"src\":\"c1\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"msg_id\":1,\"node_id\":\"n0\","
          + "\"node_ids\":[\"n0\"]}}' |",
      "      runner/bin/runner --strategy=flood"
    })
public final class NodeCommand implements Callable<Integer> {
  /** What it is called. */
  public static final String NAME = "node";

  private final StrategyCatalog catalog;
  private final NodeProcess process;

  @Option(
      names = "--strategy",
      paramLabel = "NAME[:KEY=VALUE,...]",
      completionCandidates = InstalledStrategies.class,
      description = InstalledStrategies.WHAT_TO_RUN)
  private @Nullable String strategy;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With the node's number decides its random choices. Default: ${DEFAULT-VALUE}.")
  private long seed = Seed.USUAL;

  @Mixin private MembershipOptions membership = new MembershipOptions();

  @Option(
      names = GuaranteeOptions.DATA,
      paramLabel = "DIR",
      description =
          "Keep what was acknowledged in this folder, which is this node's alone: it survives kill -9"
              + " and the loss of power. Default: in memory alone.")
  private @Nullable String data;

  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();
  @Mixin private LogOptions log = new LogOptions();

  @Option(
      names = NodeOptions.SALVAGE,
      description =
          "With --data: if the data is damaged, keep what can be read, say what is lost, and go on."
              + " Default: refuse to start.")
  private boolean salvage;

  @Inject
  NodeCommand(StrategyCatalog catalog, NodeProcess process) {
    this.catalog = catalog;
    this.process = process;
  }

  @Override
  public Integer call() throws InterruptedException {
    return process.run(
        new NodeOptions(
            StrategyOption.parse(catalog, strategy).spec(),
            seed,
            membership.overlay(),
            membership.detector(),
            membership.contacts(),
            guarantees.options(data),
            salvage,
            log.settings()));
  }
}
