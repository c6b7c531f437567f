package org.hearsay.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.installed.InstalledDetectors;
import org.hearsay.cli.installed.InstalledOverlays;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.MembershipCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what is around a strategy. */
public final class MembershipOptions {
  /** Names overlays. */
  public static final String OVERLAY = "--overlay";

  /** Names failure detectors. */
  public static final String DETECTOR = "--detector";

  static final String CONTACTS = "--contacts";

  @Option(
      names = OVERLAY,
      paramLabel = "NAME[:KEY=VALUE,...]",
      completionCandidates = InstalledOverlays.class,
      description =
          "Who decides whom a node talks to: "
              + InstalledStrategies.NAMES
              + ". Default: static, which is the topology.")
  private @Nullable String overlay;

  @Option(
      names = DETECTOR,
      paramLabel = "NAME[:KEY=VALUE,...]",
      completionCandidates = InstalledDetectors.class,
      description =
          "How a node finds out who is alive: "
              + InstalledStrategies.NAMES
              + ", or none. Default: none with the static overlay, "
              + MembershipCatalog.USUAL_DETECTOR
              + " with any other.")
  private @Nullable String detector;

  @Option(
      names = CONTACTS,
      paramLabel = "N",
      description =
          "Nodes join through the first N alone, and know of no others before; 0 for all."
              + " Default: ${DEFAULT-VALUE}.")
  private int contacts;

  /**
   * The one that was asked for.
   *
   * @throws BadOptionException if there are several, or no such plug-in, option or value
   */
  public ConfiguredMembership chosen(MembershipCatalog catalog) {
    List<ConfiguredMembership> all = all(catalog);
    if (all.size() > 1) {
      throw new BadOptionException("Give one " + OVERLAY + " and one " + DETECTOR);
    }
    return all.get(0);
  }

  /** Each overlay that was asked for with each detector, {@code a,b:key=value,key=value,c}. */
  public List<ConfiguredMembership> all(MembershipCatalog catalog) {
    List<ConfiguredMembership> all = new ArrayList<>();
    for (String each : MembershipCatalog.specs(overlay)) {
      for (String watcher : MembershipCatalog.specs(detector)) {
        all.add(catalog.parse(orNull(each), orNull(watcher), contacts));
      }
    }
    return all;
  }

  /** The overlay as it was written; null where none was. */
  public @Nullable String overlay() {
    return overlay;
  }

  /** The detector as it was written; null where none was. */
  public @Nullable String detector() {
    return detector;
  }

  /** Through how many nodes others join; 0 for all. */
  public int contacts() {
    return contacts;
  }

  private static @Nullable String orNull(String spec) {
    return spec.isEmpty() ? null : spec;
  }
}
