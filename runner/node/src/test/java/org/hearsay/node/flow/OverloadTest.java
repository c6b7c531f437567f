package org.hearsay.node.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Guards against nodes that take a hiccup for overload, or accept what they cannot do. */
final class OverloadTest {
  private static final long MILLI = 1_000;

  private final Lag lag = new Lag();

  @Test
  void aQueueThatRunsEmptyNowAndThenDoesNotStand() {
    for (int i = 0; i < 1_000; i++) {
      lag.waited(i % 10 == 0 ? 0 : 500 * MILLI, i * MILLI);
      assertFalse(lag.stands(i * MILLI));
    }
  }

  @Test
  void oneThatDoesNotForAWhileStandsUntilItDoes() {
    for (int i = 0; i <= Lag.INTERVAL_MICROS / MILLI; i++) {
      assertFalse(lag.stands(i * MILLI));
      lag.waited(50 * MILLI, i * MILLI);
    }
    assertTrue(lag.stands(51 * MILLI));
    assertEquals(50 * MILLI, lag.micros(51 * MILLI));
    lag.waited(MILLI, 52 * MILLI);
    assertFalse(lag.stands(52 * MILLI));
  }

  @Test
  void aPauseAloneIsNoOverload() {
    lag.waited(0, 0);
    lag.waited(400 * MILLI, 400 * MILLI);
    assertFalse(lag.stands(400 * MILLI));
    lag.waited(390 * MILLI, 410 * MILLI);
    assertFalse(lag.stands(410 * MILLI));
  }

  @Test
  void aNodeThatTakesLongForEachThingIsNotTakenForIdle() {
    lag.waited(0, 0);
    for (int i = 1; i <= 3; i++) {
      lag.waited(250 * MILLI, 300 * MILLI * i);
    }
    assertTrue(lag.stands(900 * MILLI));
  }

  @Test
  void whatHasItselfWaitedTooLongIsRefusedThoughNoQueueStands() {
    Admission admission = new Admission(lag, now -> false);
    lag.waited(0, 0);
    lag.waited(Lag.TARGET_MICROS - 1, 45 * MILLI);
    assertNull(admission.refusal(45 * MILLI));
    lag.waited(Lag.TARGET_MICROS, 60 * MILLI);
    assertFalse(lag.stands(60 * MILLI));
    assertNotNull(admission.refusal(60 * MILLI));
  }

  @Test
  void whatComesTogetherWhenNothingElseIsThereIsAccepted() {
    Admission admission = new Admission(lag, now -> false);
    for (int i = 0; i < 5; i++) {
      lag.waited(10 * MILLI * i, 10 * MILLI * i);
      assertNull(admission.refusal(10 * MILLI * i));
    }
  }

  @Test
  void butNotAsLongAsThereIsALimit() {
    boolean[] pressed = {true};
    Admission admission = new Admission(lag, now -> pressed[0]);
    assertNotNull(admission.refusal(0));
    pressed[0] = false;
    lag.waited(0, 8_990 * MILLI);
    lag.waited(Lag.TARGET_MICROS, 9_000 * MILLI);
    assertNotNull(admission.refusal(9_000 * MILLI));
    lag.waited(0, 9_001 * MILLI);
    assertNull(admission.refusal(9_001 * MILLI));
  }

  @Test
  void whatWaitedForAPauseOfTheProcessIsNot() {
    Admission admission = new Admission(lag, now -> false);
    lag.waited(0, 0);
    long resumed = Lag.PAUSE_MICROS + 5 * MILLI;
    lag.waited(Lag.PAUSE_MICROS, resumed);
    assertNull(admission.refusal(resumed));
    lag.waited(Lag.PAUSE_MICROS - 3 * MILLI, resumed + MILLI);
    assertNull(admission.refusal(resumed + MILLI));
    // What came only after it has waited for other things.
    lag.waited(Lag.TARGET_MICROS, resumed + Lag.TARGET_MICROS + MILLI);
    assertNotNull(admission.refusal(resumed + Lag.TARGET_MICROS + MILLI));
  }

  /** A node that does a broadcast in 10 ms and is asked for a thousand a second. */
  @Test
  void asMuchIsAcceptedAsCanBeDoneAndNoQueueStandsForLong() {
    Admission admission = new Admission(lag, now -> false);
    long free = 0;
    long worst = 0;
    int accepted = 0;
    for (long now = 0; now < 60_000 * MILLI; now += MILLI) {
      long begins = Math.max(now, free);
      lag.waited(begins - now, begins);
      boolean accepts = admission.refusal(begins) == null;
      accepted += accepts ? 1 : 0;
      free = begins + (accepts ? 10 * MILLI : 100);
      worst = now > 10_000 * MILLI ? Math.max(worst, begins - now) : worst;
    }
    assertTrue(accepted > 3_000, "accepted " + accepted);
    assertTrue(worst < 200 * MILLI, "waited " + worst);
  }

  /** However seldom it is asked: what counts is for how long all has gone well. */
  @Test
  void aNodeThatHadAMomentOfTroubleSoonAcceptsWhatItDidBefore() {
    boolean[] pressed = {false};
    Admission admission = new Admission(lag, now -> pressed[0]);
    int refused = 0;
    for (long now = 0; now < 60_000 * MILLI; now += 250 * MILLI) {
      pressed[0] = now >= 5_000 * MILLI && now < 6_000 * MILLI;
      lag.waited(0, now);
      boolean accepts = admission.refusal(now) == null;
      refused += accepts ? 0 : 1;
      assertTrue(accepts || now < 25_000 * MILLI, "refuses after " + now);
    }
    assertTrue(refused < 60, "refused " + refused);
  }

  @Test
  void whatPeersCannotDoIsRefusedToo() {
    assertNotNull(new Admission(lag, now -> true).refusal(0));
  }
}
