package org.hearsay.node.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.membership.Surrounded.Note;
import org.hearsay.node.membership.Surrounded.Ping;
import org.hearsay.node.membership.Surrounded.Sent;
import org.junit.jupiter.api.Test;

/**
 * Guards against words of a life that is over, spoken or spoken to, and against the dead's return.
 */
final class MembershipLivesTest {
  private static final int PEER = 3;
  private static final long OLD = 20;
  private static final long NEW = 30;

  private final Surrounded node = new Surrounded(0, 2, PEER);

  @Test
  void theFirstLifeThatIsHeardIsKnownAndIsNoRestart() {
    assertEquals(0, node.around().knownLife(PEER));
    node.receive(PEER, OLD, new Note(1));
    assertEquals(OLD, node.around().knownLife(PEER));
    assertEquals(
        List.of("overlay: 3 is up", "detector: heard 3", "strategy: note 1 from 3"),
        node.takeCalls());
  }

  @Test
  void theSameLifeIsHeardAgainWithoutAnybodyComingUp() {
    node.receive(PEER, OLD);
    node.takeCalls();
    node.receive(PEER, OLD, new Note(1));
    assertEquals(List.of("detector: heard 3", "strategy: note 1 from 3"), node.takeCalls());
  }

  @Test
  void aNewerLifeIsARestartThatEverybodyHearsOfBeforeItsMessages() {
    node.receive(PEER, OLD);
    node.takeCalls();
    node.receive(PEER, NEW, new Note(1));
    assertEquals(NEW, node.around().knownLife(PEER));
    assertEquals(
        List.of(
            "overlay: 3 is down",
            "overlay: 3 is up",
            "detector: 3 has restarted as 30",
            "strategy: 3 has restarted",
            "detector: heard 3",
            "strategy: note 1 from 3"),
        node.takeCalls());
    assertEquals(List.of(), node.takeJudged());
  }

  @Test
  void anOlderLifeIsNotHeardAtAll() {
    node.receive(PEER, NEW);
    node.takeCalls();
    node.receive(PEER, OLD, new Note(1), new Ping(2));
    assertEquals(List.of(), node.takeCalls());
    assertEquals(NEW, node.around().knownLife(PEER));
    assertEquals(List.of(), node.takeSent());
  }

  @Test
  void whatIsMeantForAnEarlierLifeIsIgnoredAndAnsweredByAnEmptyEnvelope() {
    node.receive(PEER, OLD, Surrounded.LIFE - 1, new Note(1), new Ping(2));
    assertEquals(List.of("overlay: 3 is up", "detector: heard 3"), node.takeCalls());
    assertEquals(List.of(Sent.of(PEER, OLD)), node.takeSent());
  }

  @Test
  void whatIsMeantForThisLifeOrForNoneInParticularIsHeardAndNotAnswered() {
    node.receive(PEER, OLD, Surrounded.LIFE, new Note(1));
    node.receive(PEER, OLD, Envelope.NO_LIFE, new Note(2));
    assertTrue(
        node.takeCalls()
            .containsAll(List.of("strategy: note 1 from 3", "strategy: note 2 from 3")));
    assertEquals(List.of(), node.takeSent());
  }

  @Test
  void envelopesNameBothLives() {
    node.onNote(n -> n.send(PEER, new Note(5)));
    node.nudgeStrategy();
    node.receive(PEER, OLD);
    node.takeSent();
    node.nudgeStrategy();
    assertEquals(List.of(Sent.of(PEER, OLD, new Note(5))), node.takeSent());
  }

  @Test
  void beforeAPeerIsHeardItIsSpokenToInWhicheverLife() {
    node.onNote(n -> n.send(PEER, new Note(5)));
    node.nudgeStrategy();
    assertEquals(List.of(Sent.of(PEER, Envelope.NO_LIFE, new Note(5))), node.takeSent());
  }

  @Test
  void theDeadComeBackWhenTheyAreHeard() {
    node.receive(PEER, OLD);
    node.down(PEER);
    assertTrue(node.around().isDown(PEER));
    node.takeCalls();
    node.receive(PEER, OLD, new Note(1));
    assertFalse(node.around().isDown(PEER));
    assertEquals(
        List.of(
            "overlay: 3 is up",
            "detector: heard 3",
            "strategy: neighbors [0, 2, 3]",
            "strategy: note 1 from 3"),
        node.takeCalls());
    assertEquals(List.of("3 down", "3 up"), node.takeJudged());
  }

  @Test
  void theDeadComeBackInANewLifeWithoutDyingTwice() {
    node.receive(PEER, OLD);
    node.down(PEER);
    node.takeCalls();
    node.receive(PEER, NEW);
    assertEquals(
        List.of(
            "overlay: 3 is up",
            "detector: 3 has restarted as 30",
            "strategy: 3 has restarted",
            "detector: heard 3",
            "strategy: neighbors [0, 2, 3]"),
        node.takeCalls());
    assertEquals(List.of("3 down", "3 up"), node.takeJudged());
  }

  @Test
  void hearsayOfALifeThatIsOverBringsNobodyBack() {
    node.receive(PEER, NEW);
    node.down(PEER);
    node.takeCalls();
    node.inOverlay(n -> n.hear(PEER, OLD));
    node.inOverlay(n -> n.hear(PEER, NEW));
    assertTrue(node.around().isDown(PEER));
    assertEquals(NEW, node.around().knownLife(PEER));
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void hearsayOfAnyLifeDoesNotBringBackWhomNobodyHasHeard() {
    node.down(PEER);
    node.takeCalls();
    node.inOverlay(n -> n.hear(PEER, NEW));
    assertTrue(node.around().isDown(PEER));
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void aNewerLifeThatKeptWhatItKnewIsNoRestartForTheStrategy() {
    node.receive(PEER, OLD);
    node.takeCalls();
    node.receiveKept(PEER, NEW, new Note(1));
    assertEquals(
        List.of(
            "overlay: 3 is down",
            "overlay: 3 is up",
            "detector: 3 has restarted as 30",
            "detector: heard 3",
            "strategy: note 1 from 3"),
        node.takeCalls());
  }

  @Test
  void hearsayOfANewerLifeIsARestart() {
    node.receive(PEER, OLD);
    node.down(PEER);
    node.takeCalls();
    node.inOverlay(n -> n.hear(PEER, NEW));
    assertFalse(node.around().isDown(PEER));
    assertEquals(NEW, node.around().knownLife(PEER));
    assertEquals(
        List.of(
            "overlay: 3 is up",
            "detector: 3 has restarted as 30",
            "strategy: 3 has restarted",
            "strategy: neighbors [0, 2, 3]"),
        node.takeCalls());
    node.receive(PEER, OLD, new Note(1));
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void hearsayOfAStrangerIsItsLife() {
    node.inOverlay(n -> n.hear(PEER, OLD));
    assertEquals(OLD, node.around().knownLife(PEER));
    assertEquals(List.of(), node.takeCalls());
  }
}
