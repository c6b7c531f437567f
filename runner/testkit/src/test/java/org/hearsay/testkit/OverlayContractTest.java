package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.testkit.PlantedOverlay.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against a contract of overlays that a planted fault keeps. */
final class OverlayContractTest {

  private static OverlayContract contract(Fault fault) {
    return new OverlayContract() {
      @Override
      protected OverlayModule plugin() {
        return PlantedOverlay.plugin(fault);
      }
    };
  }

  private static String failure(Fault fault, ThrowingConsumer<OverlayContract> clause) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> clause.accept(contract(fault)));
    return String.valueOf(failure.getMessage());
  }

  private static String broken(Fault fault, OverlayTrait trait) {
    return failure(
        fault, contract -> contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(trait));
  }

  @ParameterizedTest
  @EnumSource
  void aSoundOverlayKeepsEveryTraitBothWays(OverlayTrait trait) {
    contract(Fault.NONE).aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(trait);
  }

  @Test
  void aSoundOverlayKeepsTheRest() {
    OverlayContract contract = contract(Fault.NONE);
    contract.noLawIsBrokenInChaos();
    contract.theSameSeedGivesTheSameRunAndAnotherSeedAnother();
    contract.everyMessageTypeSurvivesTheCodec();
    contract.theDescriptionIsComplete();
    contract.theOptionsAreReadAsTheyAreWritten();
    contract.everyNodeHasAnOverlayOfItsOwnUnlessThereIsNothingToOwn();
  }

  @ParameterizedTest
  @CsvSource({
    "OVERLOOKS_ONE,       KNOWS_ALL,         a node knows 3 of 4 others",
    "KEEPS_APART,         CONNECTS,          of the nodes are linked as one",
    "LOOKS_UP,            SYMMETRIC,         as a neighbor and is none of it",
    "PROMISES_EVERYTHING, SURVIVES_FAILURES, of the nodes are linked as one",
    "PROMISES_EVERYTHING, FORGETS,           times a node that is dead is in a view",
    "PROMISES_EVERYTHING, BOUNDED,           of 200 nodes 199 are neighbors of one",
  })
  void aBrokenPromiseIsFoundAndCanBeReplayed(Fault fault, OverlayTrait trait, String how) {
    String message = broken(fault, trait);
    assertTrue(message.contains(trait + " is promised, but broken: "), message);
    assertTrue(message.contains(how), message);
    assertTrue(
        message.contains(
            "runner/bin/runner simulate --strategy=flood --overlay=planted:number=1"
                + " --detector=oracle --contacts=1 --node-count="),
        message);
  }

  @ParameterizedTest
  @EnumSource(names = {"KNOWS_ALL", "CONNECTS", "SYMMETRIC"})
  void aPromiseThatIsKeptButNotMadeIsAskedFor(OverlayTrait trait) {
    String message = broken(Fault.PROMISES_NOTHING, trait);
    assertTrue(message.contains("promise it"), message);
  }

  @Test
  void linksThatDoNotGrowTogetherAgainAreFound() {
    String message = failure(Fault.GIVES_UP, OverlayContract::noLawIsBrokenInChaos);
    assertTrue(message.contains("a law of every run is broken, together again: "), message);
    assertTrue(message.contains("the smallest run found in which it is:"), message);
  }

  @Test
  void aCallbackThatThrowsIsFoundAndCanBeReplayed() {
    String message = broken(Fault.THROWS, OverlayTrait.FORGETS);
    assertTrue(message.contains("Nobody dies"), message);
    assertTrue(message.contains("runner/bin/runner simulate --strategy=flood"), message);
  }

  @Test
  void stateOutsideTheRunIsFound() {
    failure(
        Fault.NOT_DETERMINISTIC, OverlayContract::theSameSeedGivesTheSameRunAndAnotherSeedAnother);
  }

  @Test
  void aMessageThatComesBackAnotherIsFound() {
    failure(Fault.MANGLED_MESSAGE, OverlayContract::everyMessageTypeSurvivesTheCodec);
  }

  @Test
  void aFactoryThatMakesOneOverlayForAllNodesIsFound() {
    failure(
        Fault.SHARED_OVERLAY,
        OverlayContract::everyNodeHasAnOverlayOfItsOwnUnlessThereIsNothingToOwn);
  }

  @Test
  void anOptionThatNobodyExplainsIsFound() {
    failure(Fault.UNEXPLAINED_OPTION, OverlayContract::theDescriptionIsComplete);
  }

  @Test
  void anOptionThatIsNotWhatWasWrittenIsFound() {
    failure(Fault.WILLFUL_OPTION, OverlayContract::theOptionsAreReadAsTheyAreWritten);
  }
}
