package org.hearsay.scenario.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.scenario.workload.History;
import org.junit.jupiter.api.Test;

/** Guards against a judge of what is kept that finds nothing, or blames nodes for letting go. */
final class RetentionCheckerTest {

  @Test
  void aReadOfMoreThanMayBeKeptIsTooMany() {
    History history =
        new Histories().broadcast(0).broadcast(0).broadcast(1).read(1, 0, 1, 2).history();
    assertFalse(new RetentionChecker(2, 0).verdict(history, 2, node -> 0, node -> 0).valid());
    assertTrue(new RetentionChecker(3, 0).verdict(history, 2, node -> 3, node -> 0).valid());
    assertTrue(new RetentionChecker(0, 0).verdict(history, 2, node -> 3, node -> 0).valid());
  }

  @Test
  void aLevelAboveTheLimitIsTooManyThoughNobodyRead() {
    RetentionVerdict verdict =
        new RetentionChecker(2, 0).verdict(new History(), 2, node -> node == 1 ? 3 : 2, node -> 0);
    assertEquals(1, verdict.tooMany().size());
    assertTrue(verdict.tooMany().get(0).contains("n1"), verdict.tooMany()::toString);
  }

  @Test
  void soIsALevelOfBytes() {
    RetentionChecker checker = new RetentionChecker(0, 400);
    assertTrue(checker.verdict(new History(), 2, node -> 9, node -> 400).valid());
    RetentionVerdict verdict = checker.verdict(new History(), 2, node -> 9, node -> 401 - node);
    assertEquals(List.of("at some time n0: 401 bytes where 400 may be kept"), verdict.tooMany());
  }

  @Test
  void whatSomebodyLacksWasLetGoEarly() {
    RetentionChecker checker = new RetentionChecker(2, 0);
    checker.letGo(0, "rumor 4", List.of());
    checker.letGo(0, "rumor 5", List.of(1));
    RetentionVerdict verdict = checker.verdict(new History(), 2, node -> 0, node -> 0);
    assertEquals(List.of("rumor 5 at n0, which n1 lacks"), verdict.early());
    assertFalse(verdict.valid());
  }

  @Test
  void aValueIsMissingUnlessItsNodeHasLetItGo() {
    History history =
        new Histories().broadcast(0).broadcast(0).finalRead(0, 1).finalRead(1, 1).history();
    StrictVerdict lost = StrictChecker.check(history, Map.of(), Set.of());
    assertEquals(List.of(0, 1), lost.missingAt());
    StrictVerdict kept =
        StrictChecker.check(history, Map.of(), Set.of(), (node, value) -> value == 0);
    assertTrue(kept.valid());
    StrictVerdict half =
        StrictChecker.check(history, Map.of(), Set.of(), (node, value) -> node == 0 && value == 0);
    assertEquals(List.of(1), half.missingAt());
  }

  /** Node 0 has 1 when 2 is broadcast, and keeps it; node 1 may have had 2 and let it go. */
  @Test
  void whatCameAfterSomethingThatIsKeptHasNotBeenLetGo() {
    History history =
        new Histories()
            .broadcast(0)
            .broadcast(0)
            .read(0, 0, 1)
            .read(1, 0)
            .broadcast(2)
            .finalRead(0, 1)
            .finalRead(1, 1)
            .finalRead(2, 1, 2)
            .history();
    StrictVerdict strict =
        StrictChecker.check(history, Map.of(), Set.of(), LettingGo.asReadsSay(history, Map.of()));
    assertEquals(List.of(2), strict.missing());
    assertEquals(List.of(0), strict.missingAt());
  }

  /** What a node had in an earlier life says nothing of the order in which it learned it again. */
  @Test
  void whatWasReadBeforeANodeLostItsStateIsNoEvidence() {
    History history =
        new Histories().broadcast(1).read(0, 0).broadcast(1).finalRead(0, 0).history();
    assertTrue(LettingGo.asReadsSay(history, Map.of(0, Long.MAX_VALUE)).hasLetGo(0, 1));
    assertFalse(LettingGo.asReadsSay(history, Map.of()).hasLetGo(0, 1));
  }
}
