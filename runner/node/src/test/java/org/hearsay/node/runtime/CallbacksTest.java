package org.hearsay.node.runtime;

import static org.hearsay.node.runtime.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.node.runtime.Bench.Envelope;
import org.hearsay.node.runtime.Bench.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against re-entrancy, and against effects outside their callback or out of order. */
final class CallbacksTest {
  private final Bench bench = new Bench();

  @Test
  void callbacksRunOneAtATimeEachToItsEnd() {
    bench.script.onStart = node -> node.schedule(1, 0);
    bench.script.onTimer = (node, timer) -> node.send(0, Note.of(1));
    bench.runtime.start();
    bench.receive(Note.of(1), Note.of(2));
    bench.runtime.fireTimers();
    assertEquals(
        List.of("start", "end", "note 1 from 0", "end", "note 2 from 0", "end", "timer 1", "end"),
        bench.script.calls);
  }

  @Test
  void nothingLeavesBeforeTheCallbackHasReturned() {
    bench.inCallback(
        node -> {
          node.send(0, Note.of(1));
          assertEquals(List.of(), bench.sent);
        });
    assertEquals(List.of(Envelope.to(0, 1)), bench.sent);
  }

  @Test
  void effectsHappenInTheOrderOfTheirCalls() {
    bench.inCallback(
        node -> {
          node.schedule(1, 10);
          node.cancel(1);
          node.schedule(2, 10);
          node.cancel(3);
          node.schedule(3, 10);
          node.schedule(1, 10);
        });
    assertEquals(List.of(2, 3, 1), bench.timersFiredAt(10));
  }

  @Test
  void aPeerGetsOneEnvelopePerEventAndPeersInOrderOfTheFirstSend() {
    bench.script.onMessage =
        (node, message) -> {
          node.send(message.number() == 1 ? 4 : 2, Note.of(message.number()));
          node.send(3, Note.of(message.number() * 10));
          node.send(4, Note.of(message.number() * 100));
        };
    bench.receive(Note.of(1), Note.of(2));
    assertEquals(
        List.of(Envelope.to(4, 1, 100, 200), Envelope.to(3, 10, 20), Envelope.to(2, 2)),
        bench.sent);
  }

  @Test
  void twoEventsAreTwoEnvelopes() {
    bench.inCallback(node -> node.send(0, Note.of(1)));
    bench.inCallback(node -> node.send(0, Note.of(2)));
    assertEquals(List.of(Envelope.to(0, 1), Envelope.to(0, 2)), bench.sent);
  }

  @Test
  void theClockStandsStillDuringACallback() {
    bench.advanceTo(5);
    bench.inCallback(
        node -> {
          bench.advanceTo(9);
          assertEquals(5, node.nowMicros());
        });
    bench.inCallback(node -> assertEquals(9, node.nowMicros()));
  }

  @Test
  void aNodeKnowsItself() {
    long own = bench.runtime.broadcast(NullNode.getInstance());
    long foreign = bench.foreignRumor(0);
    bench.inCallback(
        node -> {
          assertEquals(SELF, node.id());
          assertEquals(SELF, node.origin(own));
          assertEquals(0, node.origin(foreign));
          assertEquals(new AllOthers(Bench.NODES, SELF), node.members());
        });
  }

  @ParameterizedTest
  @MethodSource("everyMethod")
  void aNodeIsOfNoUseAfterItsCallback(Consumer<Node<Note>> method) {
    List<Node<Note>> kept = new ArrayList<>();
    bench.inCallback(kept::add);
    assertThrows(IllegalStateException.class, () -> method.accept(kept.get(0)));
    assertEquals(List.of(), bench.sent);
    assertEquals(Long.MAX_VALUE, bench.runtime.nextDeadlineMicros());
  }

  static Stream<Consumer<Node<Note>>> everyMethod() {
    return Stream.of(
        Node::id,
        Node::neighbors,
        Node::members,
        Node::log,
        node -> node.origin(0),
        node -> node.deliver(0),
        node -> node.deliver(Rumors.of(0)),
        node -> node.send(0, Note.of(1)),
        node -> node.schedule(0, 0),
        node -> node.cancel(0),
        Node::nowMicros,
        Node::random);
  }

  @Test
  void aNodeIsOfNoUseAfterACallbackThatThrew() {
    List<Node<Note>> kept = new ArrayList<>();
    bench.inFailingCallback(kept::add);
    assertThrows(IllegalStateException.class, () -> kept.get(0).id());
  }

  @Test
  void aThrowingCallbackSendsNothingAndSetsAndClearsNoTimer() {
    bench.inCallback(node -> node.schedule(1, 10));
    bench.inFailingCallback(
        node -> {
          node.send(0, Note.of(1));
          node.schedule(2, 5);
          node.cancel(1);
        });
    assertEquals(List.of(), bench.sent);
    assertEquals(List.of(1), bench.timersFiredAt(10));
  }

  @Test
  void whatAThrowingCallbackAskedForIsNotDoneByTheNextOne() {
    bench.inFailingCallback(node -> node.send(0, Note.of(1)));
    bench.inCallback(node -> node.send(0, Note.of(2)));
    assertEquals(List.of(Envelope.to(0, 2)), bench.sent);
  }

  @Test
  void aThrowingCallbackKeepsItsDeliveries() {
    long rumor = bench.foreignRumor(0);
    bench.script.onMessage =
        (node, message) -> {
          assertTrue(node.deliver(rumor));
          throw new Bench.Failure();
        };
    assertThrows(Bench.Failure.class, () -> bench.receive(new Note(1, Rumors.of(rumor))));
    assertTrue(bench.runtime.log().contains(rumor));
    assertEquals(List.of(new Bench.Delivery(rumor, 0)), bench.delivered);
  }

  @Test
  void anExceptionEndsItsEventButEarlierMessagesLeave() {
    bench.script.onMessage =
        (node, message) -> {
          node.send(4, message);
          if (message.number() == 2) {
            throw new Bench.Failure();
          }
        };
    assertThrows(Bench.Failure.class, () -> bench.receive(Note.of(1), Note.of(2), Note.of(3)));
    assertEquals(List.of(Envelope.to(4, 1)), bench.sent);
    assertEquals(List.of("note 1 from 0", "note 2 from 0"), bench.script.begun());
  }

  @Test
  void anExceptionOfATimerLeavesTheOthersDue() {
    bench.inCallback(
        node -> {
          node.schedule(1, 5);
          node.schedule(2, 5);
        });
    bench.script.onTimer =
        (node, timer) -> {
          if (timer == 1) {
            throw new Bench.Failure();
          }
        };
    bench.advanceTo(5);
    assertThrows(Bench.Failure.class, bench.runtime::fireTimers);
    assertEquals(List.of(2), bench.timersFiredAt(5));
  }
}
