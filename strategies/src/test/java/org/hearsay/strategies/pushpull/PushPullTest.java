package org.hearsay.strategies.pushpull;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Digest.Range;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.pushpull.PushPullMessage.Answer;
import org.hearsay.strategies.pushpull.PushPullMessage.Offer;
import org.hearsay.strategies.pushpull.PushPullMessage.Rest;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against an exchange that leaves a difference, or that talks when there is none. */
final class PushPullTest {
  private static final int TICK = 0;
  private static final long INTERVAL_MICROS = 200_000;

  private final RecordingNode<PushPullMessage> node = node(0, 2, 1000);
  private final RecordingNode<PushPullMessage> partner = node(1, 2, 1000);

  private static RecordingNode<PushPullMessage> node(int id, int nodeCount, int batch) {
    return new RecordingNode<>(
        new PushPull(new PushPullConfig(Duration.ofMillis(200), batch)), id, nodeCount);
  }

  private static Digest known(int source, int count) {
    return new Digest(List.of(new Range(source, 0, count)));
  }

  @Test
  void theFirstExchangeIsAtARandomMomentOfTheInterval() {
    List<Long> delays =
        IntStream.range(0, 200).mapToObj(id -> delay(TICK, node(id, 200, 1).start())).toList();
    assertTrue(delays.stream().allMatch(delay -> delay < INTERVAL_MICROS), delays.toString());
    assertTrue(delays.stream().anyMatch(delay -> delay < INTERVAL_MICROS / 10));
    assertTrue(delays.stream().anyMatch(delay -> delay > INTERVAL_MICROS / 10 * 9));
  }

  @Test
  void everyTickOffersWhatIsKnownToOneMemberLinkedOrNot() {
    node.start();
    node.broadcast();
    assertEquals(
        List.of(
            new Effect.Sent(1, new Offer(known(0, 1))),
            new Effect.Scheduled(TICK, INTERVAL_MICROS)),
        node.fire(TICK));
  }

  @Test
  void everyMemberIsAPartnerSometimes() {
    RecordingNode<PushPullMessage> one = node(3, 10, 1000);
    one.start();
    Set<Integer> partners = new TreeSet<>();
    for (int tick = 0; tick < 200; tick++) {
      List<Effect> effects = one.fire(TICK);
      assertEquals(1, sent(effects).size());
      partners.addAll(receivers(effects));
    }
    assertEquals(new TreeSet<>(List.of(0, 1, 2, 4, 5, 6, 7, 8, 9)), partners);
  }

  @Test
  void aNodeAloneTicksOn() {
    RecordingNode<PushPullMessage> alone = node(0, 1, 1000);
    alone.start();
    assertEquals(List.of(new Effect.Scheduled(TICK, INTERVAL_MICROS)), alone.fire(TICK));
  }

  @Test
  void aBroadcastWaitsForAnExchange() {
    node.start();
    assertEquals(List.of(), node.broadcast());
  }

  @Test
  void anOfferOfTheSameIsNotAnswered() {
    assertEquals(List.of(), node.receive(1, new Offer(Digest.EMPTY)), "both know nothing");
    node.broadcast();
    assertEquals(List.of(), node.receive(1, new Offer(known(0, 1))));
  }

  @Test
  void anOfferIsAnsweredWithWhatTheInitiatorLacksAndWhatIsKnown() {
    node.broadcast();
    node.broadcast();
    assertEquals(
        List.of(new Effect.Sent(1, new Answer(known(0, 2), Rumors.of(rumor(0, 1))))),
        node.receive(1, new Offer(known(0, 1))));
  }

  @Test
  void whoLacksSomethingAnswersEvenIfItHasNothingToGive() {
    assertEquals(
        List.of(new Effect.Sent(1, new Answer(Digest.EMPTY, Rumors.NONE))),
        node.receive(1, new Offer(known(1, 3))));
  }

  @Test
  void anAnswerIsDeliveredAndTheRestGoesBackWithoutWhatItBrought() {
    node.broadcast();
    List<Effect> effects =
        node.receive(1, new Answer(known(1, 2), Rumors.of(rumor(1, 0), rumor(1, 1))));
    assertEquals(List.of(rumor(1, 0), rumor(1, 1)), delivered(effects));
    assertEquals(List.of(new Effect.Sent(1, new Rest(Rumors.of(rumor(0, 0))))), sent(effects));
  }

  @Test
  void nothingIsSentIfTheAnswererLacksNothing() {
    assertEquals(
        List.of(new Effect.Delivered(rumor(1, 0))),
        node.receive(1, new Answer(known(1, 1), Rumors.of(rumor(1, 0)))));
  }

  @Test
  void theRestEndsTheExchange() {
    assertEquals(
        List.of(new Effect.Delivered(rumor(1, 0))),
        node.receive(1, new Rest(Rumors.of(rumor(1, 0)))));
  }

  @Test
  void noMessageCarriesMoreThanABatch() {
    RecordingNode<PushPullMessage> careful = node(0, 2, 2);
    for (int i = 0; i < 5; i++) {
      careful.broadcast();
    }
    Rumors batch = Rumors.of(rumor(0, 0), rumor(0, 1));
    assertEquals(
        List.of(new Answer(known(0, 5), batch)),
        sentTo(1, careful.receive(1, new Offer(Digest.EMPTY))));
    assertEquals(
        List.of(new Rest(batch)),
        sentTo(1, careful.receive(1, new Answer(Digest.EMPTY, Rumors.NONE))));
  }

  /** Runs one exchange, delivering every message. */
  private static int exchange(
      RecordingNode<PushPullMessage> initiator, RecordingNode<PushPullMessage> answerer) {
    int messages = 0;
    List<Effect> effects = initiator.fire(TICK);
    boolean toAnswerer = true;
    while (!sent(effects).isEmpty()) {
      PushPullMessage message = (PushPullMessage) sent(effects).get(0).message();
      effects = toAnswerer ? answerer.receive(0, message) : initiator.receive(1, message);
      toAnswerer = !toAnswerer;
      messages++;
    }
    return messages;
  }

  @Test
  void threeMessagesMakeBothKnowTheSameAndAreFollowedByOffersAlone() {
    node.start();
    partner.start();
    node.broadcast();
    partner.broadcast();
    partner.broadcast();
    assertEquals(3, exchange(node, partner));
    assertEquals(node.log().digest(), partner.log().digest());
    assertEquals(3, node.log().size());
    assertEquals(1, exchange(node, partner));
  }

  @Test
  void whatExceedsTheBatchTakesFurtherExchanges() {
    RecordingNode<PushPullMessage> one = node(0, 2, 2);
    RecordingNode<PushPullMessage> other = node(1, 2, 2);
    one.start();
    other.start();
    for (int i = 0; i < 5; i++) {
      other.broadcast();
    }
    exchange(one, other);
    exchange(one, other);
    assertEquals(4, one.log().size());
    exchange(one, other);
    assertEquals(other.log().digest(), one.log().digest());
  }

  @Test
  void anExchangeWhoseAnswerWasLostIsNotMissed() {
    node.start();
    partner.start();
    partner.broadcast();
    partner.receive(0, (PushPullMessage) sent(node.fire(TICK)).get(0).message());
    exchange(node, partner);
    assertEquals(partner.log().digest(), node.log().digest());
  }
}
