package org.hearsay.scenario.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Guards against an overall verdict better than the worst of its parts. */
final class MaelstromVerdictTest {
  private static final Net SILENCE = new Net(new Net.Group(0, 0), new Net.Group(0, 0));

  private static MaelstromVerdict verdict(Histories histories) {
    return MaelstromVerdict.of(histories.history(), SILENCE, false);
  }

  @Test
  void operationsAreCountedByKindAndEnding() {
    Stats stats =
        verdict(new Histories().broadcast(0).broadcastInVain(1).read(0, 0).finalReadInVain(1))
            .stats();
    assertEquals(new Stats.Counts(1, 0, 1), stats.broadcast());
    assertEquals(new Stats.Counts(1, 0, 1), stats.read());
    assertEquals(new Stats.Counts(2, 0, 2), stats.all());
    assertEquals(0.5, stats.okFraction());
  }

  /** Genuine Maelstrom, five-nodes-malformed-reads: the workload alone would be unknown. */
  @Test
  void aKindOfOperationThatNeverEndsWellMakesTheRunInvalid() {
    Histories histories = new Histories().broadcast(0).finalReadInVain(0);
    assertEquals(Validity.UNKNOWN, verdict(histories).workload().validity());
    assertEquals(Validity.INVALID, verdict(histories).validity());
  }

  @Test
  void aRunThatBrokeOffHasNoResults() {
    Histories histories = new Histories().broadcast(0).finalRead(0, 0);
    assertEquals(Validity.VALID, verdict(histories).validity());
    assertEquals(
        Validity.ERROR, MaelstromVerdict.of(histories.history(), SILENCE, true).validity());
  }

  @Test
  void messagesPerOperationCountWhatWasSent() {
    Net net = new Net(new Net.Group(10, 9), new Net.Group(30, 20));
    assertEquals(4, net.all().perOperation(10));
    assertEquals(29, net.all().received());
    assertEquals(0, net.all().perOperation(0));
  }
}
