package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.testkit.PlantedDetector.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against a contract of failure detectors that a planted fault keeps. */
final class DetectorContractTest {

  private static DetectorContract contract(Fault fault) {
    return new DetectorContract() {
      @Override
      protected DetectorModule plugin() {
        return PlantedDetector.plugin(fault);
      }
    };
  }

  private static String failure(Fault fault, ThrowingConsumer<DetectorContract> clause) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> clause.accept(contract(fault)));
    return String.valueOf(failure.getMessage());
  }

  private static String broken(Fault fault, DetectorTrait trait) {
    return failure(
        fault, contract -> contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(trait));
  }

  @ParameterizedTest
  @EnumSource
  void aSoundDetectorKeepsEveryTrait(DetectorTrait trait) {
    contract(Fault.NONE).aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(trait);
  }

  @Test
  void aSoundDetectorKeepsTheRest() {
    DetectorContract contract = contract(Fault.NONE);
    contract.noLawIsBrokenInChaos();
    contract.theSameSeedGivesTheSameRunAndAnotherSeedAnother();
    contract.everyMessageTypeSurvivesTheCodec();
    contract.theDescriptionIsComplete();
    contract.theOptionsAreReadAsTheyAreWritten();
    contract.everyNodeHasADetectorOfItsOwnUnlessThereIsNothingToOwn();
  }

  @ParameterizedTest
  @CsvSource({
    "MISSES_SOME, COMPLETE,           takes a neighbor for alive that is dead",
    "ACCUSES,     ACCURATE,           'for dead after 0.5 s, which was well'",
    "ACCUSES,     TOLERATES_LOSS,     'for dead after 0.5 s, which was well'",
    "ACCUSES,     SPARES_THE_HEALTHY, 'for dead after 0.5 s, which was well'",
    "ACCUSES,     RECOVERS,           takes a neighbor for dead that is alive",
    "CHATTERS,    FRUGAL,             a node sends 47.5 messages a second",
  })
  void aBrokenPromiseIsFoundAndCanBeReplayed(Fault fault, DetectorTrait trait, String how) {
    String message = broken(fault, trait);
    assertTrue(message.contains(trait + " is promised, but broken: "), message);
    assertTrue(message.contains(how), message);
    assertTrue(
        message.contains(
            "runner/bin/runner simulate --strategy=flood --overlay=static"
                + " --detector=planted:number=1 --node-count="),
        message);
  }

  @ParameterizedTest
  @EnumSource
  void aPromiseThatIsKeptButNotMadeIsAskedFor(DetectorTrait trait) {
    String message = broken(Fault.PROMISES_NOTHING, trait);
    assertTrue(message.contains("promise it"), message);
  }

  @Test
  void aNeighborThatIsTakenForDeadInTheEndIsFound() {
    String message = failure(Fault.ACCUSES, DetectorContract::noLawIsBrokenInChaos);
    assertTrue(message.contains("a law of every run is broken, together again: "), message);
    assertTrue(message.contains("the smallest run found in which it is:"), message);
  }

  @Test
  void aCallbackThatThrowsIsFoundAndCanBeReplayed() {
    String message = broken(Fault.THROWS, DetectorTrait.COMPLETE);
    assertTrue(message.contains("Nobody dies"), message);
    assertTrue(message.contains("runner/bin/runner simulate --strategy=flood"), message);
  }

  @Test
  void stateOutsideTheRunIsFound() {
    failure(
        Fault.NOT_DETERMINISTIC, DetectorContract::theSameSeedGivesTheSameRunAndAnotherSeedAnother);
  }

  @Test
  void aMessageThatComesBackAnotherIsFound() {
    failure(Fault.MANGLED_MESSAGE, DetectorContract::everyMessageTypeSurvivesTheCodec);
  }

  @Test
  void aFactoryThatMakesOneDetectorForAllNodesIsFound() {
    failure(
        Fault.SHARED_DETECTOR,
        DetectorContract::everyNodeHasADetectorOfItsOwnUnlessThereIsNothingToOwn);
  }

  @Test
  void anOptionThatNobodyExplainsIsFound() {
    failure(Fault.UNEXPLAINED_OPTION, DetectorContract::theDescriptionIsComplete);
  }

  @Test
  void anOptionThatIsNotWhatWasWrittenIsFound() {
    failure(Fault.WILLFUL_OPTION, DetectorContract::theOptionsAreReadAsTheyAreWritten);
  }
}
