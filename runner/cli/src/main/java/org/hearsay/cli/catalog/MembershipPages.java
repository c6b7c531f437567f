package org.hearsay.cli.catalog;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;

/** The pages on overlays and failure detectors, with messages of theirs from a small run. */
final class MembershipPages {
  /** Nodes come, and one goes politely and one not, so that every kind of message has a reason. */
  private static final Settings A_FULL_LIFE =
      Settings.challenge(1)
          .with(
              new Settings.Shape(
                  8,
                  Topology.TOTAL,
                  new Settings.Formation(Duration.ofMillis(200), Duration.ofSeconds(5))))
          .with(new Settings.Load(0.5, Duration.ofMinutes(4), Duration.ofSeconds(10)))
          .with(FaultText.parse("leave:n3@20s+30s,crash:n5@60s+60s"))
          .withLoss(0.1);

  private MembershipPages() {}

  static List<String> overlay(MembershipCatalog catalog, StrategyCatalog strategies, String name) {
    ConfiguredOverlay<?, ?> overlay = catalog.overlay(name);
    return PluginPages.describe(
        overlay,
        OverlayTrait.values(),
        WireExamples.of(
            overlay,
            any(strategies).within(new ConfiguredMembership(overlay, null, 1)),
            A_FULL_LIFE));
  }

  static List<String> detector(MembershipCatalog catalog, StrategyCatalog strategies, String name) {
    ConfiguredDetector<?, ?> detector = catalog.detector(name);
    ConfiguredMembership around =
        new ConfiguredMembership(catalog.overlay(MembershipCatalog.STATIC), detector, 0);
    return PluginPages.describe(
        detector,
        DetectorTrait.values(),
        WireExamples.of(detector, any(strategies).within(around), A_FULL_LIFE));
  }

  private static ConfiguredStrategy<?, ?> any(StrategyCatalog strategies) {
    return strategies.allWithDefaults().stream()
        .filter(strategy -> !strategy.descriptor().needsAllMembers())
        .findFirst()
        .orElseThrow();
  }
}
