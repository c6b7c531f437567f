package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.node.retention.StabilityMessage.Knows;
import org.hearsay.node.service.Count;
import org.hearsay.node.store.RumorStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guards against a node that keeps too much, lets go what somebody needs, or refuses for good. */
final class RetentionTest {
  private static final long SECOND = 1_000_000;
  private static final JsonNode VALUE = IntNode.valueOf(7);

  private final Surroundings node = new Surroundings(0, 3);
  private final List<Integer> asked = new ArrayList<>();
  private int began;

  private Retention keeping(long ageMicros, long count, long bytes) {
    Retention retention =
        new Retention(
            new RetentionLimits(ageMicros, count, bytes),
            node,
            RumorStore.NONE,
            rumor -> false,
            rumor -> {},
            asked::add);
    retention.start();
    return retention;
  }

  private boolean bring(Retention retention) {
    return node.deliver(retention, node.rumor(1, began++), VALUE, 1);
  }

  /** Nodes 1 and 2 are known to have what this one has. */
  private void allKnow(Retention retention) {
    for (int member = 1; member <= 2; member++) {
      retention.receive(member, new Knows(member, 1, node.log.digest(), false));
    }
  }

  private void pass(Retention retention, long micros) {
    node.advance(micros);
    retention.fireTimers();
  }

  @Test
  void aRumorGoesWhenItIsOldAndEverywhere() {
    Retention retention = keeping(10 * SECOND, 0, 0);
    bring(retention);
    allKnow(retention);
    pass(retention, 9 * SECOND);
    assertEquals(1, node.log.retained());
    pass(retention, 2 * SECOND);
    assertEquals(0, node.log.retained());
    assertEquals(1, node.counters.get(Count.COLLECTED));
    assertEquals(0, node.counters.get(Count.EXPIRED));
  }

  @Test
  void aRumorThatSomebodyMayLackGoesAfterTheGraceAndIsCounted() {
    Retention retention = keeping(10 * SECOND, 0, 0);
    bring(retention);
    retention.receive(1, new Knows(1, 1, node.log.digest(), false));
    pass(retention, 39 * SECOND);
    assertEquals(1, node.log.retained());
    pass(retention, 2 * SECOND);
    assertEquals(0, node.log.retained());
    assertEquals(1, node.counters.get(Count.EXPIRED));
    assertEquals(List.of(node.rumor(1, 0)), node.expired);
  }

  @Test
  void whoIsTakenForDeadIsNotWaitedFor() {
    Retention retention = keeping(10 * SECOND, 0, 0);
    bring(retention);
    retention.receive(1, new Knows(1, 1, node.log.digest(), false));
    node.know(1);
    pass(retention, 11 * SECOND);
    assertEquals(0, node.log.retained());
    assertEquals(0, node.counters.get(Count.EXPIRED));
  }

  @Test
  void aLifeThatHasForgottenIsWaitedFor() {
    Retention retention = keeping(10 * SECOND, 0, 0);
    bring(retention);
    allKnow(retention);
    retention.receive(2, new Knows(2, 2, Digest.EMPTY, false));
    pass(retention, 11 * SECOND);
    assertEquals(1, node.log.retained());
  }

  private final List<Long> heldBack = new ArrayList<>();

  private Retention holdingBackTheSecond() {
    heldBack.add(node.rumor(1, 1));
    Retention retention =
        new Retention(
            new RetentionLimits(SECOND, 0, 0),
            node,
            RumorStore.NONE,
            heldBack::contains,
            rumor -> {},
            asked::add);
    retention.start();
    bring(retention);
    bring(retention);
    allKnow(retention);
    return retention;
  }

  @Test
  void whatReadersHaveNotSeenStays() {
    Retention retention = holdingBackTheSecond();
    pass(retention, 20 * SECOND);
    assertEquals(1, node.log.retained());
    heldBack.clear();
    pass(retention, 2 * SECOND);
    assertEquals(0, node.log.retained());
  }

  @Test
  void whatReadersMayNeverSeeGoesWhenItIsOverdue() {
    Retention retention = holdingBackTheSecond();
    pass(retention, 40 * SECOND);
    assertEquals(0, node.log.retained());
  }

  @Test
  void withoutALimitOfNumberNobodyIsRefused() {
    Retention retention = keeping(SECOND, 0, 0);
    for (int i = 0; i < 1_000; i++) {
      assertTrue(bring(retention));
    }
    assertNull(retention.refusal("c1", VALUE));
    assertEquals(Long.MAX_VALUE, retention.room());
  }

  @Test
  void atTheLimitTheOldestGoFirst() {
    Retention retention = keeping(0, 5, 0);
    for (int i = 0; i < 100; i++) {
      assertNull(retention.refusal("c1", VALUE));
      assertTrue(bring(retention));
      allKnow(retention);
      assertTrue(node.log.retained() <= 5);
    }
    assertEquals(5, node.log.retained());
    assertEquals(5, node.counters.most(Count.RETAINED));
    assertEquals(node.rumor(1, 95), node.log.get(node.log.base()));
  }

  @Test
  void clientsAreRefusedBeforePeersAre() {
    Retention retention = keeping(0, 20, 0);
    for (int i = 0; i < 18; i++) {
      assertNull(retention.refusal("c1", VALUE));
      assertTrue(bring(retention));
    }
    String refusal = retention.refusal("c1", VALUE);
    assertNotNull(refusal);
    assertTrue(refusal.contains("20 rumors") && refusal.contains("--retain-count"), refusal);
    assertTrue(bring(retention));
    assertTrue(bring(retention));
    assertFalse(bring(retention));
    assertEquals(20, node.log.retained());
    assertEquals(1, node.counters.get(Count.REFUSED));
    assertEquals(1, node.counters.get(Count.TURNED_AWAY));
    assertEquals(0, retention.room());
  }

  /** Else all could be full of what began there, and none has room for what the others have. */
  @Test
  void whatBeganHereHasItsShareOfTheLimit() {
    Retention retention = keeping(0, 30, 0);
    for (int i = 0; i < 9; i++) {
      assertNull(retention.refusal("c1", VALUE));
      assertTrue(node.deliver(retention, node.rumor(0, i), VALUE, 0));
    }
    assertNotNull(retention.refusal("c1", VALUE));
    assertTrue(bring(retention));
    retention.receive(2, new Knows(2, 2, Digest.EMPTY, false));
    assertNotNull(retention.refusal("c1", VALUE));
    retention.receive(1, new Knows(1, 1, node.log.digest(), false));
    retention.receive(2, new Knows(2, 2, node.log.digest(), false));
    assertNull(retention.refusal("c1", VALUE));
  }

  @Test
  void whereNotEveryNodeHasRoomForOneNothingBegins() {
    String sentence = "--retain-count=3 is too few for 3 nodes: take 4 or more";
    assertEquals(sentence, keeping(0, 3, 0).refusal("c1", VALUE));
    assertEquals(1, node.counters.get(Count.REFUSED));
    assertNull(keeping(0, 4, 0).refusal("c1", VALUE));
  }

  /** Else each of three could have one under way of which the others hold two at most. */
  @Test
  void noValueIsAcceptedThatTakesMoreThanAShare() {
    Retention retention = keeping(0, 0, 3_000);
    JsonNode largest = TextNode.valueOf("x".repeat(900 - 24 - 16 - 24 - 16 - 4));
    assertNull(retention.objection(largest));
    assertNull(retention.refusal("c1", largest));
    JsonNode larger = TextNode.valueOf("x".repeat(900 - 24 - 16 - 24 - 16 + 8));
    assertTrue(
        String.valueOf(retention.objection(larger))
            .contains("of the 3000 that each of 3 nodes has, no more than 900"));
  }

  /** Who is taken for dead now may come back, with what it has begun. */
  @Test
  void theDeadKeepTheirShares() {
    Retention retention = keeping(0, 30, 0);
    node.know(1);
    for (int i = 0; i < 9; i++) {
      assertNull(retention.refusal("c1", VALUE));
      assertTrue(node.deliver(retention, node.rumor(0, i), VALUE, 0));
    }
    assertNotNull(retention.refusal("c1", VALUE));
  }

  private List<Boolean> urgencies() {
    return node.takeSent().stream()
        .filter(message -> message instanceof Knows)
        .map(message -> ((Knows) message).urgent())
        .distinct()
        .toList();
  }

  @Test
  void itIsUrgentOnceAQuarterOfTheLimitMayNotGo() {
    Retention retention = keeping(0, 40, 0);
    pass(retention, SECOND);
    for (int i = 0; i < 9; i++) {
      bring(retention);
    }
    pass(retention, 11 * SECOND);
    assertEquals(List.of(false), urgencies());
    bring(retention);
    pass(retention, 2 * SECOND);
    assertEquals(List.of(true), urgencies());
    allKnow(retention);
    bring(retention);
    pass(retention, 11 * SECOND);
    assertEquals(List.of(false), urgencies());
  }

  @Test
  void whoWasTurnedAwayIsAskedWhenThereIsRoom() {
    Retention retention = keeping(0, 4, 0);
    for (int i = 0; i < 5; i++) {
      bring(retention);
    }
    pass(retention, 2 * SECOND);
    assertEquals(List.of(), asked);
    allKnow(retention);
    assertEquals(List.of(1), asked);
    assertNull(retention.refusal("c1", VALUE));
  }

  @Test
  void roomComesWithTheGraceWhereSomebodyIsSilent() {
    Retention retention = keeping(0, 2, 0);
    for (int i = 0; i < 3; i++) {
      bring(retention);
    }
    pass(retention, 31 * SECOND);
    assertEquals(List.of(1), asked);
    assertTrue(bring(retention));
    assertTrue(node.counters.get(Count.EXPIRED) > 0);
  }

  @Test
  void memoryIsBoundedWhateverValuesAre() {
    long limit = 100_000;
    Retention retention = keeping(0, 0, limit);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      JsonNode value = TextNode.valueOf("x".repeat(random.nextInt(3_000)));
      if (retention.refusal("c1", value) == null) {
        assertTrue(node.deliver(retention, node.rumor(1, i), value, 1));
      } else {
        refused++;
      }
      if (random.nextInt(40) == 0) {
        allKnow(retention);
      }
      assertTrue(node.counters.most(Count.RETAINED_BYTES) <= limit);
    }
    assertTrue(refused > 0 && refused < 2_900, () -> "refused");
    assertTrue(node.counters.most(Count.RETAINED_BYTES) > limit * 8 / 10);
  }

  @Test
  void aValueThatAloneIsTooLargeIsRefusedWithItsSize() {
    Retention retention = keeping(0, 0, 1_000);
    JsonNode large = TextNode.valueOf("x".repeat(2_000));
    assertTrue(String.valueOf(retention.objection(large)).contains("--max-memory"));
    assertNull(retention.objection(VALUE));
    assertFalse(node.deliver(retention, node.rumor(1, 0), large, 1));
    assertTrue(node.log.contains(node.rumor(1, 0)));
    assertEquals(1, node.counters.get(Count.FORGONE));
  }

  /** A message as strategies have them. */
  private record Tell(Rumors rumors) implements Message {}

  @Test
  void nothingStaysOfAnEnvelopeThatIsNotKnownOrIsLetGo() {
    Retention retention = keeping(0, 1, 0);
    bring(retention);
    long turnedAway = node.rumor(1, 1);
    assertFalse(node.deliver(retention, turnedAway, VALUE, 1));
    Tell tell = new Tell(Rumors.of(node.rumor(1, 0), turnedAway));
    retention.taken(List.of(tell));
    assertEquals(VALUE, node.rumors.payload(node.rumor(1, 0)));
    assertNull(payload(turnedAway));
  }

  private @Nullable JsonNode payload(long rumor) {
    return node.rumors.payload(rumor);
  }

  @Test
  void aTimerIsSetOnlyWhileThereIsSomethingToLetGo() {
    Retention retention = keeping(10 * SECOND, 0, 0);
    pass(retention, SECOND);
    bring(retention);
    allKnow(retention);
    for (int i = 0; i < 30; i++) {
      pass(retention, SECOND);
      node.takeSent().stream()
          .filter(message -> message instanceof StabilityMessage.KnowsEnd)
          .forEach(
              end -> {
                long number = ((StabilityMessage.KnowsEnd) end).number();
                retention.receive(1, new StabilityMessage.KnowsReceipt(number));
                retention.receive(2, new StabilityMessage.KnowsReceipt(number));
              });
    }
    assertEquals(Long.MAX_VALUE, retention.nextDeadlineMicros());
  }
}
