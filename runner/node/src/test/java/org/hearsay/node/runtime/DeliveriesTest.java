package org.hearsay.node.runtime;

import static org.hearsay.node.runtime.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.node.runtime.Bench.Delivery;
import org.hearsay.node.runtime.Bench.Note;
import org.junit.jupiter.api.Test;

/** Guards against rumors that are delivered twice, invented, or heard of too late. */
final class DeliveriesTest {
  private final Bench bench = new Bench();

  @Test
  void aBroadcastRumorIsDeliveredBeforeTheStrategyHearsOfIt() {
    bench.script.onBroadcast = node -> assertEquals(1, node.log().size());
    long rumor = bench.runtime.broadcast(TextNode.valueOf("hi"));
    assertEquals(List.of(new Delivery(rumor, SELF)), bench.delivered);
    assertEquals(TextNode.valueOf("hi"), bench.rumors.payload(rumor));
  }

  @Test
  void equalValuesAreDifferentRumors() {
    assertNotEquals(
        bench.runtime.broadcast(TextNode.valueOf("hi")),
        bench.runtime.broadcast(TextNode.valueOf("hi")));
    assertEquals(2, bench.runtime.log().size());
  }

  @Test
  void aBroadcastWhoseCallbackThrowsStaysDelivered() {
    bench.script.onBroadcast =
        node -> {
          throw new Bench.Failure();
        };
    assertThrows(Bench.Failure.class, () -> bench.runtime.broadcast(TextNode.valueOf("hi")));
    assertEquals(1, bench.runtime.log().size());
    assertEquals(1, bench.delivered.size());
  }

  @Test
  void aRumorIsDeliveredOnce() {
    long rumor = bench.foreignRumor(0);
    receiveAnd(
        Rumors.of(rumor),
        node -> {
          assertTrue(node.deliver(rumor));
          assertFalse(node.deliver(rumor));
        });
    receiveAnd(Rumors.of(rumor), node -> assertFalse(node.deliver(rumor)));
    assertEquals(List.of(new Delivery(rumor, 0)), bench.delivered);
  }

  @Test
  void deliveringSeveralTellsTheNewOnesInTheirOrder() {
    long first = bench.foreignRumor(0);
    long second = bench.foreignRumor(1);
    long third = bench.foreignRumor(2);
    Rumors all = Rumors.of(third, first, second);
    receiveAnd(
        Rumors.of(first), node -> assertEquals(Rumors.of(first), node.deliver(Rumors.of(first))));
    receiveAnd(all, node -> assertEquals(Rumors.of(third, second), node.deliver(all)));
    receiveAnd(all, node -> assertEquals(Rumors.NONE, node.deliver(all)));
    assertEquals(Rumors.of(first, third, second), bench.runtime.log().slice(0, 3));
  }

  @Test
  void whatAMessageCarriesCanBeDeliveredInAnyOrder() {
    long[] rumors = {bench.foreignRumor(0), bench.foreignRumor(1), bench.foreignRumor(2)};
    receiveAnd(
        Rumors.of(rumors),
        node -> {
          for (int i : new int[] {1, 0, 2, 1, 0}) {
            node.deliver(rumors[i]);
          }
        });
    assertEquals(Rumors.of(rumors[1], rumors[0], rumors[2]), bench.runtime.log().slice(0, 3));
  }

  @Test
  void aRumorThatTheMessageDoesNotCarryIsRefused() {
    long carried = bench.foreignRumor(0);
    long invented = bench.foreignRumor(1);
    receiveAnd(Rumors.of(carried), node -> assertRefused(node, invented));
    assertEquals(List.of(), bench.delivered);
  }

  @Test
  void aRumorNeitherKnownNorCarriedCannotBeSentOn() {
    long carried = bench.foreignRumor(0);
    long announced = bench.foreignRumor(1);
    receiveAnd(
        Rumors.of(carried),
        node -> {
          node.send(2, new Bench.Note(1, Rumors.of(carried)));
          assertThrows(
              IllegalArgumentException.class,
              () -> node.send(2, new Bench.Note(2, Rumors.of(carried, announced))));
        });
  }

  @Test
  void aRumorOfAnEarlierMessageIsRefused() {
    long earlier = bench.foreignRumor(0);
    receiveAnd(Rumors.of(earlier), node -> {});
    receiveAnd(Rumors.NONE, node -> assertRefused(node, earlier));
  }

  @Test
  void nothingIsDeliveredOutsideAMessage() {
    long rumor = bench.foreignRumor(0);
    receiveAnd(Rumors.of(rumor), node -> node.schedule(1, 0));
    Consumer<Node<Note>> refused = node -> assertRefused(node, rumor);
    bench.script.onStart = refused;
    bench.script.onBroadcast = refused;
    bench.script.onTimer = (node, timer) -> refused.accept(node);
    bench.script.onNeighborsChanged = refused;
    bench.runtime.start();
    bench.runtime.broadcast(TextNode.valueOf("hi"));
    bench.runtime.fireTimers();
    bench.runtime.linkTo(Peers.of(0));
    assertEquals(5, bench.script.begun().size());
    assertFalse(bench.runtime.log().contains(rumor));
  }

  private void receiveAnd(Rumors carried, Consumer<Node<Note>> action) {
    bench.script.onMessage = (node, message) -> action.accept(node);
    bench.receive(new Note(1, carried));
  }

  private static void assertRefused(Node<Note> node, long rumor) {
    assertThrows(IllegalArgumentException.class, () -> node.deliver(rumor));
  }
}
