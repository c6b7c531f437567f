package org.hearsay.overlays.directory;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.directory.DirectoryMessage.Hello;
import org.hearsay.overlays.directory.DirectoryMessage.News;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against dead members that hearsay brings back, and living ones that are kept out. */
final class DirectoryMemoryTest {
  private static final int GATHER = 1;
  private static final int FORGET = 2;
  private static final long FORGET_MICROS = 60_000_000;

  /** Node 1 of 100, which knows 0, its contact, and 2 in its life 50. */
  private final RecordingOverlay<DirectoryMessage> node = knowing();

  private static RecordingOverlay<DirectoryMessage> knowing() {
    DirectoryConfig config = new DirectoryConfig(Duration.ofSeconds(15), 4, Duration.ofSeconds(60));
    RecordingOverlay<DirectoryMessage> node =
        new RecordingOverlay<>(new DirectoryOverlay(config, (self, present) -> present), 1, 100, 0);
    node.start();
    node.receive(0, came(2, 50));
    node.fire(GATHER);
    return node;
  }

  private static News came(int peer, long life) {
    return new News(Sightings.builder().add(peer, life, 0).build());
  }

  private void forget(int peer) {
    node.down(peer);
    node.fire(FORGET);
  }

  @Test
  void whoIsDownIsNoNeighborAndStillKnown() {
    node.down(2);
    assertEquals(Peers.of(0), node.links());
    assertEquals(Peers.of(0, 2), node.members());
  }

  @Test
  void whoReturnsIsANeighborAgain() {
    node.down(2);
    node.up(2, 50);
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void aNewLifeOfAMemberIsNewsForOthers() {
    node.up(2, 60);
    assertTrue(sent(node.fire(GATHER)).contains(new Effect.Sent(0, came(2, 60))));
  }

  @Test
  void theSameLifeOfAMemberIsNone() {
    node.down(2);
    List<Effect> effects = node.up(2, 50);
    assertEquals(List.of(new Effect.LinkedTo(Peers.of(0, 2))), effects);
  }

  @Test
  void hearsayOfTheLifeThatIsOverBringsNobodyBack() {
    node.down(2);
    assertEquals(List.of(), node.receive(0, came(2, 50)));
    assertEquals(List.of(), node.receive(0, came(2, 49)));
    assertEquals(Peers.of(0), node.links());
  }

  @Test
  void hearsayOfANewLifeDoes() {
    node.down(2);
    List<Effect> effects = node.receive(0, came(2, 60));
    assertTrue(effects.contains(new Effect.Heard(2, 60)));
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void hearsayIsPassedToTheRuntimeWithItsLife() {
    assertTrue(node.receive(0, came(3, 70)).contains(new Effect.Heard(3, 70)));
  }

  @Test
  void whoHasBeenDownForLongIsForgotten() {
    assertEquals(FORGET_MICROS, delay(FORGET, node.down(2)));
    node.fire(FORGET);
    assertEquals(Peers.of(0), node.members());
  }

  @Test
  void whoIsDownForLessIsKeptUntilItsTimeHasCome() {
    node.receive(0, came(3, 50));
    node.down(2);
    node.advance(FORGET_MICROS / 2);
    node.down(3);
    assertEquals(FORGET_MICROS, delay(FORGET, node.fire(FORGET)));
    assertEquals(Peers.of(0, 3), node.members());
    node.fire(FORGET);
    assertEquals(Peers.of(0), node.members());
  }

  @Test
  void whoHasReturnedInTimeIsNotForgotten() {
    node.down(2);
    node.up(2, 50);
    node.fire(FORGET);
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void hearsayOfWhoMayHaveBeenForgottenIsAskedAboutAndNotBelieved() {
    forget(2);
    List<Effect> effects = node.receive(0, came(2, 50));
    assertEquals(List.of(2), receivers(effects));
    assertTrue(sent(effects).get(0).message() instanceof Hello);
    assertEquals(Peers.of(0), node.members());
    assertEquals(List.of(), node.receive(0, came(2, 50)), "it has just been asked");
    node.advance(15_000_001);
    assertEquals(List.of(2), receivers(node.receive(0, came(2, 50))));
  }

  @Test
  void aStrangerInAnOldLifeIsAskedAboutToo() {
    forget(2);
    assertEquals(List.of(3), receivers(node.receive(0, came(3, 40))));
    assertEquals(Peers.of(0), node.members());
    node.up(3, 40);
    assertEquals(Peers.of(0, 3), node.members(), "it has answered");
  }

  @Test
  void hearsayOfANewerLifeThanAllForgottenIsBelieved() {
    forget(2);
    node.receive(0, came(2, 51));
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void whoHasLeftComesBackWithANewLifeOnly() {
    node.receive(2, new News(Sightings.builder().add(2, 50, 1).build()));
    node.receive(0, came(2, 50));
    assertEquals(Peers.of(0), node.links());
    node.up(2, 51);
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void newsOfADeathIsNotSpreadAsEachFindsOutItself() {
    assertEquals(List.of(), sent(node.down(2)));
  }
}
