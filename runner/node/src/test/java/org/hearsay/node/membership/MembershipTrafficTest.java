package org.hearsay.node.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.membership.Surrounded.Hello;
import org.hearsay.node.membership.Surrounded.Note;
import org.hearsay.node.membership.Surrounded.Ping;
import org.hearsay.node.membership.Surrounded.Sent;
import org.junit.jupiter.api.Test;

/**
 * Guards against traffic for the dead, and envelopes of their own for what could have joined one.
 */
final class MembershipTrafficTest {
  private static final int PEER = 3;
  private static final long SECOND = 1_000_000;

  private final Surrounded node = new Surrounded(0, 2, PEER);

  /** What the strategy would like to send, once each. */
  private void speakToPeer(int times) {
    node.onNote(n -> n.send(PEER, new Note(5)));
    for (int i = 0; i < times; i++) {
      node.nudgeStrategy();
    }
  }

  @Test
  void whoIsTakenForDeadGetsNoTrafficAtFirst() {
    node.down(PEER);
    speakToPeer(3);
    assertEquals(List.of(), node.takeSent());
    assertEquals(List.of(PEER, PEER, PEER), node.takeWithheld());
  }

  @Test
  void whoIsTakenForDeadCostsOneProbeASecond() {
    node.down(PEER);
    int tenths = 50;
    List<Integer> sentAt = new ArrayList<>();
    for (int tenth = 0; tenth < tenths; tenth++) {
      speakToPeer(1);
      if (!node.takeSent().isEmpty()) {
        sentAt.add(tenth);
      }
      node.pass(SECOND / 10);
    }
    assertEquals(List.of(10, 20, 30, 40), sentAt);
    assertEquals(tenths - 4, node.takeWithheld().size());
  }

  @Test
  void aMomentBeforeTheSecondIsOverThereIsNoProbe() {
    node.down(PEER);
    node.pass(SECOND - 1);
    speakToPeer(1);
    assertEquals(List.of(), node.takeSent());
    node.pass(1);
    speakToPeer(2);
    assertEquals(1, node.takeSent().size());
  }

  @Test
  void othersGetTheirsMeanwhile() {
    node.down(PEER);
    node.onNote(
        n -> {
          n.send(PEER, new Note(5));
          n.send(2, new Note(6));
        });
    node.nudgeStrategy();
    assertEquals(List.of(Sent.of(2, 0, new Note(6))), node.takeSent());
  }

  @Test
  void whoAnswersGetsAllAgain() {
    node.down(PEER);
    node.receive(PEER, 20);
    speakToPeer(3);
    assertEquals(3, node.takeSent().size());
    assertEquals(List.of(), node.takeWithheld());
  }

  @Test
  void whatIsWithheldIsNoDepartureForTheDetector() {
    List<Integer> departures = new ArrayList<>();
    node.onDeparture((n, peer) -> departures.add(peer));
    node.down(PEER);
    speakToPeer(1);
    assertEquals(List.of(), departures);
    node.pass(SECOND);
    speakToPeer(1);
    assertEquals(List.of(PEER), departures);
  }

  @Test
  void aMessageOfTheDetectorJoinsTheEnvelopeThatLeavesAnyway() {
    node.onDeparture((n, peer) -> n.send(peer, new Ping(9)));
    speakToPeer(1);
    assertEquals(List.of(Sent.of(PEER, 0, new Note(5), new Ping(9))), node.takeSent());
  }

  @Test
  void whatJoinsAnEnvelopeCanGoNowhereElse() {
    node.onDeparture(
        (n, peer) -> assertThrows(IllegalArgumentException.class, () -> n.send(2, new Ping(9))));
    speakToPeer(1);
    assertEquals(List.of(Sent.of(PEER, 0, new Note(5))), node.takeSent());
  }

  @Test
  void onceAnEnvelopeHasLeftTheDetectorSendsToAnybodyAgain() {
    node.onDeparture((n, peer) -> n.send(peer, new Ping(9)));
    speakToPeer(1);
    node.takeSent();
    node.onDeparture((n, peer) -> {});
    node.inDetector(n -> n.send(2, new Ping(8)));
    assertEquals(List.of(Sent.of(2, 0, new Ping(8))), node.takeSent());
  }

  @Test
  void withNothingLeavingNothingJoins() {
    node.onDeparture((n, peer) -> n.send(peer, new Ping(9)));
    node.receive(PEER, 20, new Hello(1));
    assertEquals(List.of(), node.takeSent());
  }

  @Test
  void allMessagesOfAnEventForAPeerAreOneEnvelope() {
    node.inOverlay(
        n -> {
          n.send(PEER, new Hello(1));
          n.send(2, new Hello(2));
          n.send(PEER, new Hello(3));
        });
    assertEquals(
        List.of(Sent.of(PEER, 0, new Hello(1), new Hello(3)), Sent.of(2, 0, new Hello(2))),
        node.takeSent());
  }

  @Test
  void timersOfOverlayAndDetectorOfTheSameNumberAreApart() {
    node.inOverlay(
        n -> {
          n.schedule(4, 10);
          n.schedule(Integer.MAX_VALUE, 30);
        });
    node.inDetector(
        n -> {
          n.schedule(4, 20);
          n.schedule(Integer.MAX_VALUE, 40);
          n.schedule(6, 5);
          n.cancel(6);
        });
    node.inOverlay(n -> n.cancel(6));
    node.pass(100);
    node.fireTimers();
    assertEquals(
        List.of(
            "overlay: timer 4",
            "detector: timer 4",
            "overlay: timer 2147483647",
            "detector: timer 2147483647"),
        node.takeCalls());
  }
}
