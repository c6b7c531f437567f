package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.LIFE;
import static org.hearsay.overlays.hyparview.Given.SECOND;
import static org.hearsay.overlays.hyparview.Given.SHUFFLE;
import static org.hearsay.overlays.hyparview.Given.about;
import static org.hearsay.overlays.hyparview.Given.node;
import static org.hearsay.overlays.hyparview.Given.sightings;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.ForwardJoin;
import org.hearsay.overlays.hyparview.HyParViewMessage.Shuffle;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against dead nodes that live on in what others say. */
final class HyParViewHearsayTest {
  private static final long FORGET_MILLIS = 60_000;
  private static final Peers NEIGHBORS = Peers.of(2, 3, 4);

  /** Node 1 with all neighbors that it may have. */
  private final RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);

  private void hear(Sightings sightings) {
    node.receive(2, new ShuffleReply(sightings));
  }

  /** What the node says of another that it knows. */
  private Sightings said() {
    return ((ShuffleReply) sentTo(2, node.receive(2, new Shuffle(about(2), 1))).get(0)).sample();
  }

  @Test
  void anEarlierLifeThanOneThatIsKnownIsOldNews() {
    node.live(7, LIFE);
    hear(sightings(LIFE - 1, 0, 7));
    assertEquals(NEIGHBORS, node.members());
    hear(sightings(LIFE, 0, 7));
    assertEquals(Peers.of(2, 3, 4, 7), node.members());
  }

  @Test
  void theLifeThatIsOverIsOldNewsHoweverYoung() {
    node.up(7, LIFE);
    node.down(7);
    hear(sightings(LIFE, 0, 7));
    assertEquals(NEIGHBORS, node.members());
    hear(sightings(LIFE + 1, 0, 7));
    assertEquals(Peers.of(2, 3, 4, 7), node.members());
    assertEquals(List.of(), sentTo(7, node.down(3)), "though it is down for all this node knows");
  }

  @Test
  void aNeighborThatDiedIsNotKnownAgainByHearsay() {
    node.down(3);
    hear(sightings(LIFE, 0, 3));
    node.receive(2, new ForwardJoin(sightings(LIFE, 0, 3), 2));
    node.receive(2, new Shuffle(sightings(LIFE, 0, 2, 3), 1));
    assertEquals(Peers.of(2, 4), node.members());
  }

  @Test
  void whatIsTooOldIsNotTakenIn() {
    hear(sightings(LIFE, FORGET_MILLIS + 1, 7));
    assertEquals(NEIGHBORS, node.members());
    hear(sightings(LIFE, FORGET_MILLIS, 7));
    assertEquals(Peers.of(2, 3, 4, 7), node.members());
  }

  @Test
  void whoIsNotHeardOfAnewIsForgotten() {
    hear(sightings(LIFE, FORGET_MILLIS - 15_000, 7));
    node.fire(SHUFFLE);
    assertEquals(Peers.of(2, 3, 4, 7), node.members());
    node.fire(SHUFFLE);
    node.fire(SHUFFLE);
    assertEquals(NEIGHBORS, node.members());
  }

  @Test
  void repetitionDoesNotMakeNewsYounger() {
    long told = node.nowMicros();
    hear(sightings(LIFE, 0, 7));
    for (int i = 0; i < 7; i++) {
      assertEquals(Peers.of(2, 3, 4, 7), node.members());
      node.fire(SHUFFLE);
      hear(sightings(LIFE, (node.nowMicros() - told) / 1_000, 7));
      node.receive(3, new ShuffleReply(about()));
      node.receive(4, new ShuffleReply(about()));
    }
    assertEquals(NEIGHBORS, node.members());
  }

  @Test
  void youngerNewsReplacesOlderAndNotTheOtherWayRound() {
    hear(sightings(LIFE, 9_000, 7));
    hear(sightings(LIFE, 4_000, 7));
    assertEquals(sightings(LIFE, 4_000, 7), said());
    hear(sightings(LIFE, 6_000, 7));
    assertEquals(sightings(LIFE, 4_000, 7), said());
  }

  @Test
  void aNewerLifeReplacesAnOlderHoweverOldTheNews() {
    hear(sightings(LIFE, 0, 7));
    hear(sightings(LIFE + 1, 9_000, 7));
    assertEquals(sightings(LIFE + 1, 9_000, 7), said());
    hear(sightings(LIFE, 0, 7));
    assertEquals(sightings(LIFE + 1, 9_000, 7), said());
  }

  @Test
  void newsOfTheFutureIsOfNow() {
    hear(sightings(LIFE, -5_000, 7));
    assertEquals(sightings(LIFE, 0, 7), said());
  }

  @Test
  void aNeighborThatIsSilentForLongIsNoneAnyMore() {
    node.advance(59 * SECOND);
    node.receive(2, new ShuffleReply(about()));
    node.receive(4, new ShuffleReply(about()));
    node.advance(2 * SECOND);
    List<Effect> effects = node.fire(SHUFFLE);
    assertEquals(Peers.of(2, 4), node.links());
    assertEquals(List.of(new Disconnect(false)), sentTo(3, effects), "it may be there still");
  }
}
