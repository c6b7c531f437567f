package org.hearsay.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.GuaranteeWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what the runtime of a node guarantees, whatever its strategy. */
final class GuaranteeOptions {
  static final String DATA = "--data";

  @Option(
      names = DATA,
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "DIR",
      description =
          "What was acknowledged survives the process: it is kept in this folder, in a simulation on"
              + " a virtual disk (then without a folder). Default: in memory alone.")
  private @Nullable String data;

  @Option(
      names = "--retain",
      paramLabel = "TIME",
      description =
          "Let a rumor go when it is so old and everybody who is there has it. Default: never.")
  private @Nullable String retain;

  @Option(
      names = "--retain-count",
      paramLabel = "N",
      description = "Keep no more rumors than this; at the limit broadcasts are refused.")
  private @Nullable String retainCount;

  @Option(
      names = "--max-memory",
      paramLabel = "BYTES",
      description =
          "Keep no more rumors than take so much memory, 64MB for example; at the limit broadcasts"
              + " are refused.")
  private @Nullable String maxMemory;

  @Option(
      names = "--order",
      paramLabel = "NAME",
      description =
          "Show rumors to readers in this order: none (as they come), fifo (as their origin"
              + " broadcast them) or causal (after those that their origin had shown before)."
              + " Default: none.")
  private @Nullable String order;

  @Option(
      names = "--flow",
      description =
          "Control the flow: bound what waits for a peer and what is on its way there, by what it"
              + " acknowledges. Default: off.")
  private boolean flow;

  @Option(
      names = "--client-rate",
      paramLabel = "N",
      description = "Refuse broadcasts of a client beyond so many a second. Default: no limit.")
  private @Nullable String clientRate;

  @Option(
      names = "--peer-rate",
      paramLabel = "N",
      description = "Ignore envelopes of a peer beyond so many a second. Default: no limit.")
  private @Nullable String peerRate;

  @Option(
      names = "--trail",
      description = "Log the way of each rumor, for the command trace. Default: off.")
  private boolean trail;

  /** Where real nodes keep their data; null if nowhere, empty if wherever. */
  @Nullable String data() {
    return data;
  }

  /**
   * What simulated nodes are to guarantee.
   *
   * @throws BadOptionException if a value is none
   */
  Guarantees simulated() {
    if (data != null && !data.isEmpty()) {
      throw new BadOptionException(
          "Simulated nodes have virtual disks: leave out the folder, " + DATA + " alone");
    }
    return chosen();
  }

  /**
   * What so many simulated nodes are to guarantee.
   *
   * @throws BadOptionException if a value is none, or so many cannot do with it
   */
  Guarantees simulated(int nodes) {
    return requireRoom(simulated(), nodes);
  }

  /**
   * What nodes are to guarantee.
   *
   * @throws BadOptionException if a value is none
   */
  Guarantees chosen() {
    return GuaranteeWords.parse(options());
  }

  /**
   * What so many nodes are to guarantee.
   *
   * @throws BadOptionException if a value is none, or so many cannot do with it
   */
  Guarantees chosen(int nodes) {
    return requireRoom(chosen(), nodes);
  }

  private static Guarantees requireRoom(Guarantees guarantees, int nodes) {
    String shortage = guarantees.retention().shortage(nodes);
    if (shortage != null) {
      throw new BadOptionException(shortage);
    }
    return guarantees;
  }

  /** The options that were given, by name without dashes. */
  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    put(options, GuaranteeWords.DATA, data);
    put(options, "retain", retain);
    put(options, "retain-count", retainCount);
    put(options, "max-memory", maxMemory);
    put(options, "order", order);
    put(options, "flow", flow ? "" : null);
    put(options, "client-rate", clientRate);
    put(options, "peer-rate", peerRate);
    put(options, "trail", trail ? "" : null);
    return options;
  }

  private static void put(Map<String, String> options, String name, @Nullable String value) {
    if (value != null) {
      options.put(name, value);
    }
  }
}
