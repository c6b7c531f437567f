package org.hearsay.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.GuaranteeWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options for what the runtime of a node guarantees, whatever its strategy, but for {@value
 * #DATA}: where that is depends on the command.
 */
public final class GuaranteeOptions {
  /** Has nodes keep what was acknowledged. */
  public static final String DATA = "--" + GuaranteeWords.DATA;

  @Option(
      names = "--retain",
      paramLabel = "TIME",
      description =
          "Let a rumor go once it is so old, 10m or 30s for example, and every live member has it."
              + " Default: never.")
  private @Nullable String retain;

  @Option(
      names = "--retain-count",
      paramLabel = "N",
      description =
          "Keep no more rumors than this; near the limit broadcasts get error 11 (temporarily"
              + " unavailable). Default: no limit.")
  private @Nullable String retainCount;

  @Option(
      names = "--max-memory",
      paramLabel = "BYTES",
      description =
          "Keep no more rumors than take so many bytes of memory, 500kB, 64MB or 2GB for example;"
              + " near the limit broadcasts get error 11. Default: no limit.")
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
      description =
          "Refuse broadcasts of a client beyond so many a second, with error 11. Default: no limit.")
  private @Nullable String clientRate;

  @Option(
      names = "--peer-rate",
      paramLabel = "N",
      description =
          "Ignore envelopes of a peer beyond so many a second, 5 or more. Default: no limit.")
  private @Nullable String peerRate;

  @Option(
      names = "--trail",
      description =
          "Log the way of each rumor, for the command trace. Simulated nodes have no logs: they send"
              + " what this takes, and that is all. Default: off.")
  private boolean trail;

  /**
   * What nodes are to guarantee.
   *
   * @param durable whether they keep their data
   * @param nodes how many they are
   * @throws BadOptionException if a value is none, or so many cannot do with it
   */
  public Guarantees chosen(boolean durable, int nodes) {
    Guarantees guarantees = GuaranteeWords.parse(options(durable ? "" : null));
    String shortage = guarantees.retention().shortage(nodes);
    if (shortage != null) {
      throw new BadOptionException(shortage);
    }
    return guarantees;
  }

  /**
   * The options that were given, by name without dashes.
   *
   * @param data where nodes keep their data; null if nowhere
   */
  public Map<String, String> options(@Nullable String data) {
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
