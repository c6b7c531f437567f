package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every failure detector must keep, as a test to extend: name the plug-in, and its detector is
 * run with its default options over seeds, topologies and faults, under a flood. A failure's
 * message says which promise or law was broken, and holds the command that makes the run again.
 */
public abstract class DetectorContract {

  /** For subclasses. */
  protected DetectorContract() {}

  /** The plug-in under test. */
  protected abstract DetectorModule plugin();

  /** The detector as it comes. */
  private ConfiguredDetector<?, ?> detector() {
    MembershipCatalog catalog = MembershipCatalog.of(plugin());
    return catalog.detector(catalog.detectors().get(0).name());
  }

  private Testbed testbed() {
    return Testbed.of(detector());
  }

  @ParameterizedTest
  @EnumSource
  void aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(DetectorTrait trait) {
    Testbed testbed = testbed();
    PluginClauses.aTraitIsPromisedIfAndOnlyIfItHolds(
        detector().descriptor(),
        trait,
        DetectorTrials.of(trait).map(settings -> breach(testbed, trait, settings)));
  }

  private static Optional<String> breach(Testbed testbed, DetectorTrait trait, Settings settings) {
    Accusations accusations = new Accusations();
    return DetectorTrials.breach(
            trait, testbed.run(WorldKind.SCALE, settings, accusations), accusations)
        .map(how -> how + "\n" + testbed.replay(settings));
  }

  @Test
  void noLawIsBrokenInChaos() {
    testbed().noLawIsBrokenInChaos();
  }

  @Test
  void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
    testbed().theSameSeedGivesTheSameRunAndAnotherSeedAnother(DetectorTrials.eventful(7));
  }

  @Test
  void everyMessageTypeSurvivesTheCodec() {
    testbed().everyMessageTypeSurvivesTheCodec();
  }

  @Test
  void theDescriptionIsComplete() {
    PluginClauses.theDescriptionIsComplete(detector());
  }

  @Test
  void theOptionsAreReadAsTheyAreWritten() {
    ConfiguredDetector<?, ?> detector = detector();
    assertEquals(
        detector.config(), MembershipCatalog.of(plugin()).detector(detector.spec()).config());
  }

  @Test
  void everyNodeHasADetectorOfItsOwnUnlessThereIsNothingToOwn() {
    PluginClauses.everyNodeHasItsOwn(detector()::newDetector);
  }
}
