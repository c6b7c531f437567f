package org.hearsay.node.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.repair.RepairMessage.RepairReply;
import org.hearsay.node.repair.RepairMessage.RepairRequest;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.FakeHost;
import org.hearsay.node.service.FakeHost.Sent;
import org.junit.jupiter.api.Test;

/** Rumors come to node 9 in any order: what its readers see, and whom it asks for what. */
class ReadersViewTest {
  private static final int SELF = 9;
  private static final int LIMIT = 3;

  private final FakeHost host = new FakeHost(SELF, 10);
  private final ReadersView fifo = new ReadersView(Order.FIFO, host, LIMIT);
  private final ReadersView causal = new ReadersView(Order.CAUSAL, host, LIMIT);

  private void come(ReadersView view, int from, long... rumors) {
    for (long rumor : rumors) {
      host.log().append(rumor);
      view.delivered(rumor, from);
    }
  }

  private static After after(long rumor, RumorIds predecessors) {
    RumorIds order = RumorIds.builder().addAll(predecessors).add(rumor).build();
    return new After(RumorIds.of(rumor), order);
  }

  /** A rumor comes, and what goes before it. */
  private void comeAfter(long rumor, int from, long... predecessors) {
    causal.hear(0, List.of());
    causal.receive(0, after(rumor, RumorIds.of(predecessors)));
    come(causal, from, rumor);
  }

  private static List<Long> readable(ReadersView view) {
    List<Long> rumors = new ArrayList<>();
    view.readable(rumors::add);
    return rumors;
  }

  @Test
  void whereNoOrderIsAskedForThereIsNoView() {
    assertNull(ReadersView.of(Order.NONE, host, LIMIT));
  }

  @Test
  void anEarlierRumorOfTheSameSourceGoesFirst() {
    come(fifo, 1, host.rumor(1, 1), host.rumor(2, 0), host.rumor(1, 2));
    assertEquals(List.of(host.rumor(2, 0)), host.shown());
    assertEquals(2, host.counters().get(Count.HELD_BACK));
    come(fifo, 1, host.rumor(1, 0));
    List<Long> all =
        List.of(host.rumor(2, 0), host.rumor(1, 0), host.rumor(1, 1), host.rumor(1, 2));
    assertEquals(all, host.shown());
    assertEquals(all, readable(fifo));
    assertEquals(0, host.counters().get(Count.HELD_BACK));
    assertEquals(2, host.counters().most(Count.HELD_BACK));
  }

  @Test
  void aRumorWaitsForAllThatItsOriginHadShown() {
    comeAfter(host.rumor(1, 0), 1, host.rumor(2, 1), host.rumor(3, 0));
    comeAfter(host.rumor(3, 0), 1);
    comeAfter(host.rumor(2, 1), 1);
    assertEquals(List.of(host.rumor(3, 0)), host.shown());
    comeAfter(host.rumor(2, 0), 1);
    assertEquals(
        List.of(host.rumor(3, 0), host.rumor(2, 0), host.rumor(2, 1), host.rumor(1, 0)),
        host.shown());
  }

  @Test
  void aRumorThatComesWithoutItsPredecessorsIsHeldBackUntilTheyAreSaid() {
    long rumor = host.rumor(1, 0);
    come(causal, 4, rumor);
    assertEquals(List.of(), host.shown());
    host.advance(Gaps.PATIENCE_MICROS);
    causal.fireTimers();
    assertEquals(List.of(new Sent(4, new RepairRequest(RumorIds.of(rumor)))), host.takeSent());
    causal.hear(0, List.of());
    causal.receive(0, after(rumor, RumorIds.NONE));
    assertEquals(List.of(rumor), host.shown());
    host.advance(10 * Gaps.PATIENCE_MICROS);
    causal.fireTimers();
    assertEquals(List.of(), host.takeSent());
  }

  @Test
  void whatAnEnvelopeSaysHoldsForThatEnvelopeAlone() {
    causal.hear(0, List.of());
    causal.receive(0, after(host.rumor(1, 0), RumorIds.NONE));
    causal.hear(0, List.of());
    come(causal, 1, host.rumor(1, 0));
    assertEquals(List.of(), host.shown());
  }

  @Test
  void aNodesOwnRumorIsShownAtOnceAndComesAfterTheLatestShown() {
    comeAfter(host.rumor(1, 0), 1);
    comeAfter(host.rumor(2, 0), 1, host.rumor(1, 0));
    comeAfter(host.rumor(3, 0), 1);
    comeAfter(host.rumor(4, 1), 1);
    long own = host.rumor(SELF, 0);
    come(causal, SELF, own);
    assertEquals(own, host.shown().get(3));
    RumorIds latest = RumorIds.of(host.rumor(2, 0), host.rumor(3, 0));
    Message carrier = new RepairReply(Rumors.of(own, host.rumor(1, 0)), RumorIds.NONE);
    assertEquals(
        List.of(
            new After(
                RumorIds.of(own, host.rumor(1, 0)),
                RumorIds.builder().addAll(latest).add(own).add(host.rumor(1, 0)).build()),
            carrier),
        accompanied(causal, List.of(carrier)),
        "that of node 1 is implied, that of node 4 is not shown");
    long next = host.rumor(SELF, 1);
    come(causal, SELF, next);
    assertEquals(Digest.EMPTY, causal.after(next), "no news since the node's last rumor");
  }

  @Test
  void whoeverDoesNotKnowWhatGoesBeforeARumorSaysNothingOfIt() {
    come(causal, 1, host.rumor(1, 0));
    List<Message> carrier = List.of(new RepairReply(Rumors.of(host.rumor(1, 0)), RumorIds.NONE));
    assertEquals(carrier, accompanied(causal, carrier));
    assertEquals(carrier, accompanied(fifo, carrier));
  }

  @Test
  void theGapIsAskedForAndNothingElseLessAndLessOftenAndNotForEver() {
    come(fifo, 4, host.rumor(1, 5), host.rumor(1, 2));
    assertEquals(Gaps.PATIENCE_MICROS, fifo.nextDeadlineMicros());
    RepairRequest missing =
        new RepairRequest(
            RumorIds.of(host.rumor(1, 0), host.rumor(1, 1), host.rumor(1, 3), host.rumor(1, 4)));
    List<Integer> asked = new ArrayList<>();
    long last = 0;
    while (fifo.nextDeadlineMicros() < Long.MAX_VALUE) {
      long waited = fifo.nextDeadlineMicros() - host.nowMicros();
      assertTrue(waited >= last);
      last = waited;
      host.advance(waited);
      fifo.fireTimers();
      host.takeSent()
          .forEach(
              sent -> {
                assertEquals(missing, sent.message());
                asked.add(sent.peer());
              });
    }
    assertEquals(Gaps.ATTEMPTS, asked.size());
    assertEquals(4, asked.get(0), "first who brought what waits");
    assertTrue(asked.stream().distinct().count() > 1, "then others: " + asked);
    assertEquals(4L * Gaps.ATTEMPTS, host.counters().get(Count.GAPS_ASKED));
  }

  @Test
  void whileAGapGetsSmallerItIsAskedForAsOftenAsAtFirst() {
    come(fifo, 4, host.rumor(1, 3));
    host.advance(Gaps.PATIENCE_MICROS);
    fifo.fireTimers();
    host.advance(2 * Gaps.PATIENCE_MICROS);
    fifo.fireTimers();
    come(fifo, 4, host.rumor(1, 0));
    host.advance(4 * Gaps.PATIENCE_MICROS);
    fifo.fireTimers();
    assertEquals(2 * Gaps.PATIENCE_MICROS, fifo.nextDeadlineMicros() - host.nowMicros());
  }

  @Test
  void atTheLimitOnlyWhatCanBeShownIsTakenIn() {
    IntStream.rangeClosed(1, LIMIT).forEach(i -> come(fifo, 1, host.rumor(1, i)));
    assertFalse(fifo.admits(host.rumor(1, LIMIT + 1), 1));
    assertFalse(fifo.admits(host.rumor(2, 1), 1));
    assertEquals(2, host.counters().get(Count.TURNED_AWAY));
    assertTrue(fifo.admits(host.rumor(2, 0), 1));
    assertTrue(fifo.admits(host.rumor(SELF, 0), SELF), "a client's");
    assertTrue(fifo.admits(host.rumor(1, 0), 1));
    come(fifo, 1, host.rumor(1, 0));
    assertTrue(fifo.admits(host.rumor(1, LIMIT + 2), 1), "there is room again");
  }

  @Test
  void withCausalOrderTheLimitAsksForPredecessorsToo() {
    IntStream.rangeClosed(1, LIMIT).forEach(i -> comeAfter(host.rumor(1, i), 1));
    causal.hear(0, List.of());
    assertFalse(causal.admits(host.rumor(2, 0), 1), "nobody says what goes before it");
    causal.receive(0, after(host.rumor(2, 0), RumorIds.of(host.rumor(3, 0))));
    assertFalse(causal.admits(host.rumor(2, 0), 1));
    causal.hear(0, List.of());
    causal.receive(0, after(host.rumor(2, 0), RumorIds.NONE));
    assertTrue(causal.admits(host.rumor(2, 0), 1));
  }

  @Test
  void whatNobodyHasAnyMoreIsPassedOver() {
    comeAfter(host.rumor(1, 2), 1);
    comeAfter(host.rumor(2, 0), 1, host.rumor(1, 1));
    host.log().forgo(host.rumor(1, 0));
    host.log().forgo(host.rumor(1, 1));
    causal.learned();
    assertEquals(List.of(host.rumor(1, 2), host.rumor(2, 0)), host.shown());
  }

  @Test
  void whatIsLetGoIsReadNoMoreAndNothingWaitsForIt() {
    come(fifo, 1, host.rumor(1, 0), host.rumor(1, 1), host.rumor(2, 1), host.rumor(2, 2));
    host.log().collect(3);
    fifo.collected(host.rumor(1, 0));
    fifo.collected(host.rumor(1, 1));
    fifo.collected(host.rumor(2, 1));
    assertEquals(List.of(), readable(fifo), "the first of node 2 is still missing");
    come(fifo, 1, host.rumor(2, 0));
    assertEquals(List.of(host.rumor(2, 0), host.rumor(2, 2)), readable(fifo));
    assertEquals(0, host.counters().get(Count.HELD_BACK));
  }

  @Test
  void anEarlierLifesRumorsAreShownInTheSameOrder() {
    comeAfter(host.rumor(1, 0), 1);
    comeAfter(host.rumor(2, 1), 1);
    comeAfter(host.rumor(2, 0), 1, host.rumor(1, 0));
    FakeHost next = new FakeHost(SELF, 10);
    ReadersView view = new ReadersView(Order.CAUSAL, next, LIMIT);
    List<Long> log = List.of(next.rumor(1, 0), next.rumor(2, 1), next.rumor(2, 0));
    log.forEach(next.log()::append);
    log.forEach(rumor -> view.restore(rumor, causal.after(rumor)));
    assertEquals(List.of(next.rumor(1, 0), next.rumor(2, 0), next.rumor(2, 1)), next.shown());
    assertEquals(causal.after(host.rumor(2, 0)), view.after(next.rumor(2, 0)));
    assertEquals(1, Objects.requireNonNull(view.after(next.rumor(2, 0))).rumorCount());
  }

  private static List<Message> accompanied(ReadersView view, List<Message> messages) {
    List<Message> left = new ArrayList<>();
    view.accompanying((peer, leaving) -> left.addAll(leaving)).depart(0, new ArrayList<>(messages));
    return left;
  }
}
