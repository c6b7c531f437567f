package org.hearsay.scenario.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.junit.jupiter.api.Test;

/** Guards against a verdict other than genuine Maelstrom's, in what it finds and what it misses. */
final class SetFullCheckerTest {

  private static SetFull check(Histories histories) {
    return SetFullChecker.check(histories.history());
  }

  @Test
  void aValueThatEveryLaterReadHasIsStableAtOnce() {
    SetFull verdict = check(new Histories().broadcast(0).after(5).finalRead(0, 0));
    assertEquals(Validity.VALID, verdict.validity());
    assertEquals(List.of(0L), verdict.stableLatenciesMillis());
    assertEquals(0, verdict.staleCount());
  }

  @Test
  void stableLatencyRunsFromTheAcknowledgementToTheBeginningOfTheLastReadThatMissesIt() {
    Histories histories = new Histories().broadcast(0).after(40);
    Operation slowRead = histories.begin(Kind.READ, 1);
    histories.after(100).end(slowRead, Ending.OK);
    SetFull verdict = check(histories.finalRead(0, 0).finalRead(1, 0));
    assertEquals(List.of(40L), verdict.stableLatenciesMillis());
    assertEquals(1, verdict.staleCount());
  }

  @Test
  void aValueIsKnownFromTheFirstReadThatHasItIfItWasNotAcknowledgedBefore() {
    SetFull verdict =
        check(new Histories().broadcastInVain(0).read(0, 0).after(30).read(1).after(5).read(1, 0));
    assertEquals(List.of(30L), verdict.stableLatenciesMillis());
  }

  @Test
  void aKnownValueThatTheLastReadsMissIsLost() {
    SetFull verdict = check(new Histories().broadcast(0).read(0, 0).finalRead(1));
    assertEquals(1, verdict.lostCount());
    assertEquals(Validity.INVALID, verdict.validity());
  }

  @Test
  void anUnacknowledgedValueThatNobodySawIsNeverRead() {
    SetFull verdict = check(new Histories().broadcastInVain(0).finalRead(0));
    assertEquals(0, verdict.lostCount());
    assertEquals(1, verdict.neverReadCount());
    assertEquals(Validity.UNKNOWN, verdict.validity());
  }

  @Test
  void aValueThatOneNodeNeverShowsIsStableIfAnotherNodeIsReadLater() {
    SetFull verdict = check(new Histories().broadcast(0).after(10).finalRead(1).finalRead(0, 0));
    assertEquals(Validity.VALID, verdict.validity());
    assertEquals(List.of(10L), verdict.stableLatenciesMillis());
  }

  @Test
  void duplicatesAndInventedValuesGoUnnoticed() {
    assertEquals(
        Validity.VALID, check(new Histories().broadcast(0).finalRead(0, 0, 0, 99)).validity());
  }

  @Test
  void theMiddleOfAnEvenNumberOfLatenciesIsTheUpperOne() {
    SetFull verdict = new SetFull(4, 4, 0, 0, 3, List.of(10L, 20L, 30L, 40L));
    assertEquals(10, verdict.stableLatencyMillis(0));
    assertEquals(30, verdict.stableLatencyMillis(0.5));
    assertEquals(40, verdict.stableLatencyMillis(0.95));
    assertEquals(40, verdict.stableLatencyMillis(1));
  }
}
