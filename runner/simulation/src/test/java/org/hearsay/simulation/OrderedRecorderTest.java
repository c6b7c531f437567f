package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.node.plugin.GuaranteeWords;
import org.junit.jupiter.api.Test;

/** Where readers are shown rumors in an order, a rumor is at a node when it is shown there. */
class OrderedRecorderTest {
  private static final long RUMOR = 0;

  private final Recorder recorder = new Recorder(3, GuaranteeWords.parse("order=fifo"));

  private void begin() {
    recorder.delivered(10, 0, 0, RUMOR);
    recorder.released(10, 0, RUMOR);
  }

  @Test
  void latencyIsThatToTheReaders() {
    begin();
    recorder.delivered(15, 1, 0, RUMOR);
    recorder.delivered(16, 2, 1, RUMOR);
    assertFalse(recorder.isEverywhere());
    recorder.released(30, 2, RUMOR);
    assertFalse(recorder.isEverywhere());
    recorder.released(40, 1, RUMOR);
    assertTrue(recorder.isEverywhere());
    assertEquals(2, recorder.spread().deliveries());
    assertEquals(30, recorder.spread().latencyMicros().getMaxValue());
    assertEquals(20, recorder.spread().latencyMicros().getMinNonZeroValue());
    assertEquals(2, recorder.spread().meanLastHop(), "hops are those of the delivery");
  }

  @Test
  void whoDiesForgetsWhatItHasShownAndWhatItHasNot() {
    begin();
    recorder.delivered(15, 1, 0, RUMOR);
    recorder.delivered(15, 2, 0, RUMOR);
    recorder.released(20, 2, RUMOR);
    recorder.died(1);
    recorder.cameBack(1);
    assertFalse(recorder.isEverywhere());
    recorder.delivered(25, 1, 2, RUMOR);
    recorder.released(25, 1, RUMOR);
    assertTrue(recorder.isEverywhere());
    recorder.died(0);
    recorder.cameBack(0);
    assertFalse(recorder.isEverywhere());
    recorder.delivered(30, 0, 2, RUMOR);
    assertFalse(recorder.isEverywhere());
    recorder.released(31, 0, RUMOR);
    assertTrue(recorder.isEverywhere());
  }

  /** As what goes before it died with all that had it: it is shown when that is clear. */
  @Test
  void whatSomebodyHasAndNobodyShowsYetIsNotOver() {
    begin();
    recorder.delivered(15, 1, 0, RUMOR);
    recorder.died(0);
    recorder.cameBack(0);
    assertFalse(recorder.isEverywhere());
    recorder.delivered(20, 0, 1, RUMOR);
    recorder.released(25, 0, RUMOR);
    recorder.released(25, 1, RUMOR);
    assertFalse(recorder.isEverywhere());
    recorder.delivered(30, 2, 1, RUMOR);
    recorder.released(30, 2, RUMOR);
    assertTrue(recorder.isEverywhere());
  }

  @Test
  void whatDiesWithAllThatHaveItIsOver() {
    begin();
    recorder.delivered(15, 1, 0, RUMOR);
    recorder.died(0);
    recorder.died(1);
    assertTrue(recorder.isEverywhere());
  }

  @Test
  void whatIsRecoveredIsAtANodeOnceItIsShownAgain() {
    Recorder ofDisks = new Recorder(2, GuaranteeWords.parse("data,order=fifo"));
    ofDisks.delivered(10, 0, 0, RUMOR);
    ofDisks.released(10, 0, RUMOR);
    ofDisks.delivered(15, 1, 0, RUMOR);
    ofDisks.released(15, 1, RUMOR);
    ofDisks.died(1);
    ofDisks.cameBack(1);
    ofDisks.recovered(1, RUMOR);
    assertFalse(ofDisks.isEverywhere());
    ofDisks.released(20, 1, RUMOR);
    assertTrue(ofDisks.isEverywhere());
    ofDisks.died(0);
    ofDisks.cameBack(0);
    ofDisks.recovered(0, RUMOR);
    ofDisks.released(25, 0, RUMOR);
    assertTrue(ofDisks.isEverywhere());
  }
}
