package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;
import org.hearsay.testkit.Planted.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against a contract that a planted fault keeps. */
final class StrategyContractTest {

  private static StrategyContract contract(Fault fault) {
    return new StrategyContract() {
      @Override
      protected StrategyModule plugin() {
        return Planted.plugin(fault);
      }
    };
  }

  private static String failure(Fault fault, ThrowingConsumer<StrategyContract> clause) {
    AssertionError failure =
        assertThrows(AssertionError.class, () -> clause.accept(contract(fault)));
    return String.valueOf(failure.getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void aSoundStrategyKeepsEveryTraitBothWays(Trait trait) {
    contract(Fault.NONE).aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(trait);
  }

  @Test
  void aSoundStrategyKeepsTheRest() {
    StrategyContract contract = contract(Fault.NONE);
    contract.theSameSeedGivesTheSameRunAndAnotherSeedAnother();
    contract.everyMessageTypeSurvivesTheCodec();
    contract.aNodeUsedAfterItsCallbackThrows();
    contract.theDescriptionIsComplete();
    contract.everyNodeHasAStrategyOfItsOwnUnlessThereIsNothingToOwn();
  }

  @Test
  void aBrokenPromiseIsFoundAndCanBeReplayed() {
    String message =
        failure(
            Fault.PROMISES_TOO_MUCH,
            contract ->
                contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(
                    Trait.TOLERATES_LOSS));
    assertTrue(message.contains("runner/bin/runner simulate --strategy=planted"), message);
    assertTrue(message.contains("a law of every run is broken, nothing lost: "), message);
    String smallest = message.substring(message.indexOf("the smallest run found"));
    assertTrue(smallest.contains(" --node-count=2 "), smallest);
    assertTrue(smallest.contains(" ms  n0 -x n1  tell("), smallest);
  }

  @Test
  void aPromiseThatIsKeptButNotMadeIsAskedFor() {
    String message =
        failure(
            Fault.PROMISES_TOO_LITTLE,
            contract ->
                contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(
                    Trait.DELIVERS_TO_ALL));
    assertTrue(message.contains("promise it"), message);
  }

  @Test
  void aStrategyThatPassesOnWhatItHasOnlyHeardOfIsStopped() {
    String message =
        failure(
            Fault.GHOST_PAYLOADS,
            contract ->
                contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(
                    Trait.DELIVERS_TO_ALL));
    assertTrue(message.contains("Only a rumor known here"), message);
    assertTrue(message.contains("runner/bin/runner simulate --strategy=planted"), message);
  }

  @Test
  void chatterAfterEverybodyKnowsEverythingIsFound() {
    failure(
        Fault.NEVER_QUIET,
        contract ->
            contract.aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(Trait.QUIESCENT));
  }

  @Test
  void stateOutsideTheRunIsFound() {
    failure(
        Fault.NOT_DETERMINISTIC,
        contract -> contract.theSameSeedGivesTheSameRunAndAnotherSeedAnother());
  }

  @Test
  void aMessageThatComesBackAnotherIsFound() {
    failure(Fault.MANGLED_MESSAGE, contract -> contract.everyMessageTypeSurvivesTheCodec());
  }

  @Test
  void aFactoryThatMakesOneStrategyForAllNodesIsFound() {
    failure(
        Fault.SHARED_STRATEGY,
        contract -> contract.everyNodeHasAStrategyOfItsOwnUnlessThereIsNothingToOwn());
  }

  @Test
  void anOptionThatNobodyExplainsIsFound() {
    failure(Fault.UNEXPLAINED_OPTION, contract -> contract.theDescriptionIsComplete());
  }
}
