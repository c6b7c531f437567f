package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.retention.StabilityMessage.Knows;
import org.hearsay.node.retention.StabilityMessage.KnowsEnd;
import org.hearsay.node.retention.StabilityMessage.KnowsReceipt;
import org.junit.jupiter.api.Test;

/** Guards against word of what members have that does not come everywhere, or never ends. */
final class StabilityTest {
  private static final int NODES = 6;
  private static final long SECOND = 1_000_000;

  private final RumorTable table = new RumorTable();
  private final List<Surroundings> nodes = new ArrayList<>();
  private final List<Stability> stability = new ArrayList<>();
  private final Random random = new Random(5);
  private int messages;
  private int words;
  private int began;

  /** Who needs room. */
  private final Set<Integer> needy = new HashSet<>();

  /** Nodes in a line. */
  StabilityTest() {
    for (int node = 0; node < NODES; node++) {
      Surroundings surroundings = new Surroundings(node, NODES, table);
      int self = node;
      surroundings.link(
          IntStream.of(node - 1, node + 1).filter(n -> n >= 0 && n < NODES && n != self).toArray());
      nodes.add(surroundings);
      stability.add(speaking(surroundings));
      stability.get(node).start();
    }
  }

  private Stability speaking(Surroundings node) {
    return new Stability(node, () -> needy.contains(node.id()));
  }

  private void learn(int node, long rumor) {
    nodes.get(node).log.append(rumor);
    stability.get(node).learned();
  }

  private void pass(int seconds, double loss) {
    for (int tenth = 0; tenth < 10 * seconds; tenth++) {
      for (int node = 0; node < NODES; node++) {
        nodes.get(node).advance(SECOND / 10);
        stability.get(node).fireTimers();
      }
      for (boolean more = true; more; ) {
        more = false;
        for (Surroundings node : nodes) {
          List<Surroundings.Sent> sent = List.copyOf(node.sent);
          node.sent.clear();
          // What leaves for a peer together is one envelope: all of it arrives, or nothing.
          boolean[] lost = new boolean[NODES];
          for (int to = 0; to < NODES; to++) {
            lost[to] = random.nextDouble() < loss;
          }
          for (Surroundings.Sent each : sent) {
            messages++;
            words += each.message() instanceof Knows ? 1 : 0;
            more = true;
            if (!lost[each.to()]) {
              stability.get(each.to()).receive(each.from(), (StabilityMessage) each.message());
            }
          }
        }
      }
    }
  }

  private static boolean isStable(Stability node, long rumor) {
    node.refresh();
    return node.isStable(rumor);
  }

  @Test
  void everyNodeLearnsWhatEveryOtherHas() {
    long rumor = RumorTable.rumor(0, 0);
    for (int node = 0; node < NODES - 1; node++) {
      learn(node, rumor);
    }
    pass(20, 0);
    assertFalse(isStable(stability.get(0), rumor));
    learn(NODES - 1, rumor);
    pass(20, 0);
    assertTrue(stability.stream().allMatch(each -> isStable(each, rumor)));
    assertFalse(isStable(stability.get(0), RumorTable.rumor(0, 1)));
  }

  @Test
  void thenThereIsSilence() {
    IntStream.range(0, NODES).forEach(node -> learn(node, RumorTable.rumor(0, 0)));
    pass(30, 0);
    messages = 0;
    pass(100, 0);
    assertEquals(0, messages);
  }

  @Test
  void whatIsLostIsSaidAgain() {
    long rumor = RumorTable.rumor(0, 0);
    IntStream.range(0, NODES).forEach(node -> learn(node, rumor));
    pass(200, 0.4);
    pass(140, 0);
    assertTrue(stability.stream().allMatch(each -> isStable(each, rumor)));
    messages = 0;
    pass(100, 0);
    assertEquals(0, messages);
  }

  private void learnSomethingEachSecond(int seconds) {
    for (int i = 0; i < seconds; i++) {
      long rumor = RumorTable.rumor(1, began++);
      IntStream.range(0, NODES).forEach(node -> learn(node, rumor));
      pass(1, 0);
    }
  }

  /** A word for each node goes over each link in one direction, as they are in a line. */
  @Test
  void aNodeSpeaksOfItselfSeldom() {
    learnSomethingEachSecond(100);
    int most = (100 / 10 + 1) * NODES * (NODES - 1);
    assertTrue(words <= most && words > most / 2, () -> words + " words");
    int before = messages - words;
    assertTrue(before <= 2 * words, () -> before + " ends and receipts");
  }

  @Test
  void whileSomebodyNeedsRoomAllSpeakOften() {
    needy.add(NODES - 1);
    learnSomethingEachSecond(100);
    assertTrue(words > 80 * NODES * (NODES - 1), () -> words + " words");
    needy.clear();
    learnSomethingEachSecond(20);
    words = 0;
    learnSomethingEachSecond(100);
    assertTrue(words <= (100 / 10 + 1) * NODES * (NODES - 1), () -> words + " words");
  }

  @Test
  void whoNeedsRoomHearsSoonWhatAllHave() {
    learnSomethingEachSecond(15);
    needy.add(0);
    learnSomethingEachSecond(6);
    assertTrue(isStable(stability.get(0), RumorTable.rumor(1, 16)));
  }

  /** It does not expire while it is everywhere, though all have room. */
  @Test
  void wordOfAllComesLongBeforeTheGraceIsOver() {
    learnSomethingEachSecond(1);
    pass(1, 0);
    long rumor = RumorTable.rumor(0, 0);
    IntStream.range(0, NODES).forEach(node -> learn(node, rumor));
    pass(13, 0);
    assertTrue(stability.stream().allMatch(each -> isStable(each, rumor)));
  }

  @Test
  void wordsOfEarlierThatComeLateChangeNothing() {
    Digest more = new Digest(List.of(new Digest.Range(0, 0, 2)));
    Digest less = new Digest(List.of(new Digest.Range(0, 0, 1)));
    Stability node = stability.get(1);
    assertTrue(node.receive(0, new Knows(0, 2, less, false)));
    assertTrue(node.receive(0, new Knows(0, 2, more, false)));
    assertFalse(node.receive(0, new Knows(0, 2, less, true)));
    assertFalse(node.receive(2, new Knows(0, 1, new Digest(more.entries()), true)));
    nodes.get(1).know(0);
    assertTrue(isStable(node, RumorTable.rumor(0, 1)));
  }

  @Test
  void aReceiptForWhatWasSaidBeforeIsNone() {
    nodes.get(0).advance(SECOND);
    stability.get(0).fireTimers();
    KnowsEnd first = (KnowsEnd) nodes.get(0).takeSent().get(1);
    nodes.get(0).advance(SECOND);
    stability.get(0).fireTimers();
    KnowsEnd second = (KnowsEnd) nodes.get(0).takeSent().get(1);
    stability.get(0).receive(1, new KnowsReceipt(first.number()));
    nodes.get(0).advance(2 * SECOND);
    stability.get(0).fireTimers();
    KnowsEnd third = (KnowsEnd) nodes.get(0).takeSent().get(1);
    assertTrue(first.number() < second.number() && second.number() < third.number());
    stability.get(0).receive(1, new KnowsReceipt(third.number()));
    nodes.get(0).advance(100 * SECOND);
    stability.get(0).fireTimers();
    assertEquals(List.of(), nodes.get(0).sent);
  }

  @Test
  void whoIsSilentIsToldMoreAndMoreSeldom() {
    learn(0, RumorTable.rumor(0, 0));
    pass(1_000, 1);
    assertTrue(messages < 500, () -> messages + " messages");
  }

  @Test
  void aNodeThatBeginsAnewIsToldEverythingAgain() {
    long rumor = RumorTable.rumor(0, 0);
    IntStream.range(0, NODES).forEach(node -> learn(node, rumor));
    pass(30, 0);
    Surroundings reborn = new Surroundings(2, NODES, table);
    reborn.link(1, 3);
    reborn.advance(nodes.get(2).nowMicros() - reborn.nowMicros());
    reborn.incarnation = 2;
    nodes.set(2, reborn);
    stability.set(2, speaking(reborn));
    stability.get(2).start();
    pass(2, 0);
    assertFalse(isStable(stability.get(0), rumor));
    learn(2, rumor);
    pass(30, 0);
    assertTrue(stability.stream().allMatch(each -> isStable(each, rumor)));
  }
}
