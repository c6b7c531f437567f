package org.hearsay.cli.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hearsay.api.plugin.PluginDescriptor;
import org.hearsay.cli.installed.InstalledDetectors;
import org.hearsay.cli.installed.InstalledOverlays;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.MembershipCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for what may be around a strategy in runs that are drawn. */
final class DrawnMemberships {
  /** So many runs have nothing around the strategy for each that has something. */
  private static final int WITHOUT = 2;

  @Option(
      names = MembershipOptions.OVERLAY,
      paramLabel = "NAME,...",
      completionCandidates = InstalledOverlays.class,
      description =
          "Draw among these overlays: "
              + InstalledStrategies.NAMES
              + ". Default: all of them, in one run of three; the others have the plain topology"
              + " and no detector.")
  private @Nullable String overlays;

  @Option(
      names = MembershipOptions.DETECTOR,
      paramLabel = "NAME,...",
      completionCandidates = InstalledDetectors.class,
      description =
          "Draw among these failure detectors: "
              + InstalledStrategies.NAMES
              + ", or none. Default: all of them and none.")
  private @Nullable String detectors;

  /**
   * What to draw among.
   *
   * @throws org.hearsay.node.plugin.BadOptionException if there is no such plug-in or option
   */
  List<ConfiguredMembership> drawn(MembershipCatalog catalog) {
    List<ConfiguredMembership> drawn = new ArrayList<>();
    for (String overlay : names(overlays, catalog.overlays())) {
      for (String detector : names(detectors, catalog.detectors())) {
        drawn.add(catalog.parse(overlay, detector, 0));
      }
      if (detectors == null) {
        drawn.add(catalog.parse(overlay, MembershipCatalog.NO_DETECTOR, 0));
      }
    }
    if (overlays == null && detectors == null) {
      drawn.addAll(Collections.nCopies(WITHOUT * drawn.size(), ConfiguredMembership.NONE));
    }
    return drawn;
  }

  private static List<String> names(
      @Nullable String given, List<? extends PluginDescriptor<?, ?, ?>> installed) {
    return given == null
        ? installed.stream().map(PluginDescriptor::name).toList()
        : MembershipCatalog.specs(given);
  }
}
