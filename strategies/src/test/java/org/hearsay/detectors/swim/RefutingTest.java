package org.hearsay.detectors.swim;

import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingDetector.INCARNATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.junit.jupiter.api.Test;

/** Guards against a node that lets others believe that it is dead, or says so too weakly. */
final class RefutingTest {
  private static final int SELF = 0;

  private final SteppedDetector<SwimMessage> node = swim(9);

  private void assertSaysThatItIsAliveIn(long incarnation) {
    assertEquals(List.of(SwimFixture.alive(SELF, incarnation)), sentTo(7, node.depart(7)));
  }

  @Test
  void aSuspicionIsRefutedInANewIncarnation() {
    node.receive(5, SwimFixture.suspect(SELF, INCARNATION, 4));
    assertSaysThatItIsAliveIn(INCARNATION + 1);
  }

  @Test
  void soIsDeath() {
    node.receive(5, SwimFixture.dead(SELF, INCARNATION));
    assertSaysThatItIsAliveIn(INCARNATION + 1);
  }

  @Test
  void aSuspicionThatWasRefutedIsRefutedAgainInTheSame() {
    for (int i = 0; i < 6; i++) {
      node.receive(5, SwimFixture.suspect(SELF, INCARNATION, 4));
      assertSaysThatItIsAliveIn(INCARNATION + 1);
    }
  }

  @Test
  void aSuspicionOfTheNewIncarnationIsRefutedInYetANewerOne() {
    node.receive(5, SwimFixture.suspect(SELF, INCARNATION, 4));
    node.receive(5, SwimFixture.suspect(SELF, INCARNATION + 1, 4));
    assertSaysThatItIsAliveIn(INCARNATION + 2);
    node.receive(5, SwimFixture.dead(SELF, INCARNATION + 7));
    assertSaysThatItIsAliveIn(INCARNATION + 8);
  }

  @Test
  void aSuspicionByWhoeverHasHeardOfNoLifeMeansThisOne() {
    for (int i = 0; i < 3; i++) {
      node.receive(5, SwimFixture.suspect(SELF, 0, 4));
      assertSaysThatItIsAliveIn(INCARNATION + 1);
    }
  }

  @Test
  void thatItIsAliveIsNoNewsToIt() {
    node.receive(5, SwimFixture.alive(SELF, INCARNATION));
    assertEquals(List.of(), node.depart(7));
  }

  @Test
  void whoItSuspectsItselfIsNoSuspicionOfIt() {
    node.receive(5, SwimFixture.suspect(3, 50, SELF));
    assertEquals(List.of(SwimFixture.suspect(3, 50, SELF)), sentTo(7, node.depart(7)));
  }
}
