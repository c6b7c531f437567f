package org.hearsay.node.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.flow.FlowBench.Hint;
import org.hearsay.node.flow.FlowBench.Load;
import org.hearsay.node.flow.FlowBench.Word;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.repair.RepairMessage.RepairOffer;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.junit.jupiter.api.Test;

/** Guards against outboxes that grow, and against what goes missing there without a trace. */
final class PeerOutboxTest {
  private final RumorTable table = new RumorTable();
  private final Counters counters = new Counters();
  private final List<Long> dropped = new ArrayList<>();
  private final Missed missed = new Missed(dropped::add);
  private final PeerOutbox outbox =
      new PeerOutbox(new MessageBytes(table), counters, new Level(counters, Count.QUEUED), missed);

  private Load load(int sequence, int chars) {
    long rumor = RumorTable.rumor(table.number(3, 1), sequence);
    table.store(rumor, TextNode.valueOf("x".repeat(chars)));
    return new Load(new Rumors(RumorIds.of(rumor)));
  }

  @Test
  void announcementsGoBeforeAllElseAndThenTheOldest() {
    Load first = load(0, 1);
    outbox.add(first, 0);
    for (int i = 0; i < PeerOutbox.MOST_MESSAGES - 2; i++) {
      outbox.add(new Word(i), 0);
    }
    outbox.add(new Hint(1), 0);
    outbox.add(new Word(-1), 0);
    assertEquals(1, counters.get(Count.LAZY_DROPPED));
    assertEquals(0, counters.get(Count.RUMORS_DROPPED));
    outbox.add(new Word(-2), 0);
    assertEquals(1, counters.get(Count.RUMORS_DROPPED));
    assertEquals(1, counters.get(Count.DROPPED));
    assertEquals(PeerOutbox.MOST_MESSAGES, counters.get(Count.QUEUED));
    assertEquals(PeerOutbox.MOST_MESSAGES, counters.most(Count.QUEUED));
  }

  @Test
  void whatThePeerKnowsNeedNotBeSaid() {
    Load known = load(0, 1);
    outbox.add(known, 0);
    outbox.add(new Word(1), 0);
    outbox.add(load(1, 1), 0);
    outbox.dropKnown(Set.of(known.rumors().get(0)));
    assertEquals(2, outbox.messages());
    assertEquals(2, counters.get(Count.QUEUED));
    assertEquals(1, counters.get(Count.SUPERSEDED));
    assertTrue(missed.isEmpty());
  }

  @Test
  void anOfferThatIsDroppedIsMadeAnew() {
    outbox.refuse(new RepairOffer(RumorIds.of(7, 8)));
    List<RumorIds> offered = new ArrayList<>();
    missed.repair(
        1,
        new Repairs() {
          @Override
          public void ask(int peer) {
            throw new AssertionError("The names are known");
          }

          @Override
          public void offer(int peer, RumorIds rumors) {
            offered.add(rumors);
          }
        });
    assertEquals(List.of(RumorIds.of(7, 8)), offered);
  }

  @Test
  void bytesAreBoundedTooButOneMessageMayBeLarger() {
    outbox.add(load(0, 2 * PeerOutbox.MOST_BYTES), 0);
    outbox.add(load(1, 400_000), 0);
    outbox.add(load(2, 400_000), 0);
    outbox.add(load(3, 400_000), 0);
    assertEquals(2, outbox.messages());
    assertTrue(outbox.bytes() <= PeerOutbox.MOST_BYTES);
    assertEquals(2, counters.get(Count.RUMORS_DROPPED));
    assertEquals(2, dropped.size());
  }

  @Test
  void aBatchIsBoundedByMessagesAndBytesAndInOrder() {
    List<Message> words = List.of(new Word(1), new Word(2), new Word(3));
    words.forEach(word -> outbox.add(word, 0));
    assertEquals(words.subList(0, 2), outbox.take(2, 1_000_000));
    assertEquals(words.subList(2, 3), outbox.take(10, 1));
    assertTrue(outbox.isEmpty());
    assertEquals(0, outbox.bytes());
    assertEquals(0, counters.get(Count.QUEUED));
  }

  @Test
  void rumorsThatWereDroppedAreOfferedAndWhateverElseWasIsAskedFor() {
    List<String> made = new ArrayList<>();
    Repairs repairs =
        new Repairs() {
          @Override
          public void ask(int peer) {
            made.add("ask " + peer);
          }

          @Override
          public void offer(int peer, RumorIds rumors) {
            made.add("offer " + peer + " " + rumors.size());
          }
        };
    outbox.refuse(load(0, 1));
    outbox.refuse(load(1, 1));
    missed.repair(4, repairs);
    assertEquals(List.of("offer 4 2"), made);
    assertTrue(missed.isEmpty());
    outbox.refuse(new Word(1));
    outbox.refuse(load(2, 1));
    missed.repair(4, repairs);
    assertEquals(List.of("offer 4 2", "offer 4 1", "ask 4"), made);
    for (int i = 0; i <= Missed.MOST; i++) {
      outbox.refuse(load(i, 1));
    }
    missed.repair(4, repairs);
    assertEquals("ask 4", made.get(made.size() - 1));
  }

  @Test
  void whatIsTooOldIsDropped() {
    outbox.add(new Word(1), 0);
    outbox.add(new Word(2), 1_000_000);
    outbox.dropOverdue(PeerOutbox.MOST_WAIT_MICROS);
    outbox.dropOverdue(PeerOutbox.MOST_WAIT_MICROS + 1);
    assertEquals(List.of(new Word(2)), outbox.take(9, 1_000));
    assertEquals(1, counters.get(Count.DROPPED));
  }
}
