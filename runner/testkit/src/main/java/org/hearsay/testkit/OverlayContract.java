package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every overlay must keep, as a test to extend: name the plug-in, and its overlay is run with
 * its default options over seeds, sizes and faults, under a flood and beside a failure detector
 * that is told the truth. A failure's message says which promise or law was broken, and holds the
 * command that makes the run again.
 */
public abstract class OverlayContract {

  /** For subclasses. */
  protected OverlayContract() {}

  /** The plug-in under test. */
  protected abstract OverlayModule plugin();

  /** The overlay as it comes. */
  private ConfiguredOverlay<?, ?> overlay() {
    MembershipCatalog catalog = MembershipCatalog.of(plugin());
    return catalog.overlay(catalog.overlays().get(0).name());
  }

  private Testbed testbed() {
    return Testbed.of(overlay());
  }

  @ParameterizedTest
  @EnumSource
  void aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(OverlayTrait trait) {
    Testbed testbed = testbed();
    PluginClauses.aTraitIsPromisedIfAndOnlyIfItHolds(
        overlay().descriptor(),
        trait,
        OverlayTrials.of(trait).map(settings -> breach(testbed, trait, settings)));
  }

  private static Optional<String> breach(Testbed testbed, OverlayTrait trait, Settings settings) {
    return OverlayTrials.breach(trait, testbed.run(WorldKind.SCALE, settings))
        .map(how -> how + "\n" + testbed.replay(settings));
  }

  @Test
  void noLawIsBrokenInChaos() {
    testbed().noLawIsBrokenInChaos();
  }

  @Test
  void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
    testbed().theSameSeedGivesTheSameRunAndAnotherSeedAnother(OverlayTrials.eventful(7));
  }

  @Test
  void everyMessageTypeSurvivesTheCodec() {
    testbed().everyMessageTypeSurvivesTheCodec();
  }

  @Test
  void theDescriptionIsComplete() {
    PluginClauses.theDescriptionIsComplete(overlay());
  }

  @Test
  void theOptionsAreReadAsTheyAreWritten() {
    ConfiguredOverlay<?, ?> overlay = overlay();
    assertEquals(overlay.config(), MembershipCatalog.of(plugin()).overlay(overlay.spec()).config());
  }

  @Test
  void everyNodeHasAnOverlayOfItsOwnUnlessThereIsNothingToOwn() {
    PluginClauses.everyNodeHasItsOwn(overlay()::newOverlay);
  }
}
