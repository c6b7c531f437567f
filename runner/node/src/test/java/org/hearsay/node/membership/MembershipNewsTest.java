package org.hearsay.node.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.node.membership.Surrounded.Hello;
import org.hearsay.node.membership.Surrounded.Note;
import org.hearsay.node.membership.Surrounded.Sent;
import org.junit.jupiter.api.Test;

/** Guards against neighbors that change without a word, twice, or behind the strategy's back. */
final class MembershipNewsTest {
  private final Surrounded node = new Surrounded(0, 2, 3);

  @Test
  void theNeighborsOfTheStartAreNotAnnounced() {
    assertEquals(Peers.of(0, 2, 3), node.around().neighbors());
    node.fireTimers();
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void eachChangeIsAnnouncedOnceAndInOrder() {
    node.inOverlay(n -> n.linkTo(Peers.of(2, 3)));
    node.inOverlay(n -> n.linkTo(Peers.of(2, 3)));
    node.inOverlay(n -> n.linkTo(Peers.of(3, 4)));
    assertEquals(
        List.of(
            "detector: watches [2, 3]",
            "strategy: neighbors [2, 3]",
            "detector: watches [3, 4]",
            "strategy: neighbors [3, 4]"),
        node.takeCalls());
  }

  @Test
  void ofSeveralChangesInOneEventTheStrategyHearsTheLast() {
    node.inOverlay(
        n -> {
          n.linkTo(Peers.of(2));
          n.linkTo(Peers.of(4, 5));
        });
    assertEquals(
        List.of("detector: watches [4, 5]", "strategy: neighbors [4, 5]"), node.takeCalls());
  }

  @Test
  void aChangeThatIsTakenBackInTheSameEventIsNoneForTheStrategy() {
    node.inOverlay(
        n -> {
          n.linkTo(Peers.of(2));
          n.linkTo(Peers.of(0, 2, 3));
        });
    assertEquals(List.of("detector: watches [0, 2, 3]"), node.takeCalls());
    node.inDetector(
        n -> {
          n.down(2);
          n.up(2);
        });
    assertEquals(List.of("overlay: 2 is down", "overlay: 2 is up"), node.takeCalls());
  }

  @Test
  void theOverlayHearsOfADeathBeforeTheStrategySeesOneNeighborLess() {
    node.down(2);
    assertEquals(List.of("overlay: 2 is down", "strategy: neighbors [0, 3]"), node.takeCalls());
    assertEquals(Peers.of(0, 2, 3), node.around().links());
    assertEquals(Peers.of(0, 3, 4, 5), node.around().members());
    node.down(2);
    assertEquals(List.of(), node.takeCalls());
    assertEquals(List.of("2 down"), node.takeJudged());
  }

  @Test
  void theDeathOfAStrangerIsNoNewsForTheStrategy() {
    node.down(5);
    assertEquals(List.of("overlay: 5 is down"), node.takeCalls());
    assertEquals(Peers.of(0, 2, 3, 4), node.around().members());
  }

  @Test
  void aDeadNodeThatIsLinkedToIsNoNeighbor() {
    node.down(5);
    node.takeCalls();
    node.inOverlay(n -> n.linkTo(Peers.of(0, 5)));
    assertEquals(List.of("detector: watches [0, 5]", "strategy: neighbors [0]"), node.takeCalls());
    node.inDetector(n -> n.up(5));
    assertEquals(List.of("overlay: 5 is up", "strategy: neighbors [0, 5]"), node.takeCalls());
  }

  @Test
  void whoeverIsKnownIsWatchedWhereEverybodyKnowsAll() {
    node.inOverlay(n -> n.know(Peers.of(0, 2, 3)));
    node.inOverlay(n -> n.know(Peers.of(0, 2, 3)));
    assertEquals(List.of("detector: watches [0, 2, 3]"), node.takeCalls());
    node.inDetector(n -> assertEquals(Peers.of(0, 2, 3), n.group()));
  }

  @Test
  void anotherTopologyReachesTheStrategyByTheOverlay() {
    node.linkTo(4);
    assertEquals(List.of("detector: watches [4]", "strategy: neighbors [4]"), node.takeCalls());
    node.linkTo(4);
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void aSuspicionIsNoNewsForTheNodeItself() {
    node.inDetector(n -> n.suspect(2));
    assertEquals(List.of(), node.takeCalls());
    assertEquals(List.of("2 suspected"), node.takeJudged());
  }

  @Test
  void theStrategyHearsOfItsNeighborsBeforeTheMessageThatCameWithTheNews() {
    node.down(3);
    node.takeCalls();
    node.receive(3, 20, new Hello(1), new Note(2));
    assertEquals(
        List.of(
            "overlay: 3 is up",
            "detector: heard 3",
            "strategy: neighbors [0, 2, 3]",
            "overlay: hello 1 from 3",
            "strategy: note 2 from 3"),
        node.takeCalls());
  }

  @Test
  void whoLeavesTellsItsPeers() {
    node.receive(3, 20);
    node.takeCalls();
    node.leave();
    Hello bye = new Hello(Surrounded.BYE);
    assertEquals(
        List.of(Sent.of(0, 0, bye), Sent.of(2, 0, bye), Sent.of(3, 20, bye)), node.takeSent());
    assertEquals(List.of(), node.takeCalls());
  }

  @Test
  void whatACallbackAsksForIsNotDoneIfItFails() {
    IllegalStateException planted = new IllegalStateException("planted");
    try {
      node.inOverlay(
          n -> {
            n.linkTo(Peers.of(5));
            n.send(2, new Hello(1));
            throw planted;
          });
    } catch (IllegalStateException e) {
      assertEquals(planted, e);
    }
    assertEquals(Peers.of(0, 2, 3), node.around().links());
    assertEquals(List.of(), node.takeSent());
  }
}
