package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hearsay.node.log.RumorTable;
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

  /** Nodes in a line. */
  StabilityTest() {
    for (int node = 0; node < NODES; node++) {
      Surroundings surroundings = new Surroundings(node, NODES, table);
      int self = node;
      surroundings.link(
          IntStream.of(node - 1, node + 1).filter(n -> n >= 0 && n < NODES && n != self).toArray());
      nodes.add(surroundings);
      stability.add(new Stability(surroundings));
      stability.get(node).start();
    }
  }

  private void learn(int node, long rumor) {
    nodes.get(node).log.append(rumor);
    stability.get(node).learned();
  }

  private void pass(int seconds, double loss) {
    for (int tenth = 0; tenth < 10 * seconds; tenth++) {
      for (int node = 0; node < NODES; node++) {
        nodes.get(node).nowMicros += SECOND / 10;
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

  @Test
  void aNeighborIsToldOnceASecondAtMost() {
    for (int i = 0; i < 1_000; i++) {
      learn(i % NODES, RumorTable.rumor(0, i));
      if (i % 10 == 0) {
        pass(1, 0);
      }
    }
    // One set of up to a row for each node, its end and the receipt, over each link and direction.
    assertTrue(messages <= 100 * 2 * (NODES - 1) * (NODES + 2), () -> messages + " messages");
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
    reborn.nowMicros = nodes.get(2).nowMicros;
    reborn.incarnation = 2;
    nodes.set(2, reborn);
    stability.set(2, new Stability(reborn));
    stability.get(2).start();
    pass(30, 0);
    assertFalse(isStable(stability.get(0), rumor));
    learn(2, rumor);
    pass(30, 0);
    assertTrue(stability.stream().allMatch(each -> isStable(each, rumor)));
  }
}
