package org.hearsay.overlays.directory;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.directory.DirectoryMessage.Directory;
import org.hearsay.overlays.directory.DirectoryMessage.Hello;
import org.hearsay.overlays.directory.DirectoryMessage.News;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against directories that stay different, and against news that is lost or never ends. */
final class DirectoryOverlayTest {
  private static final int SYNC = 0;
  private static final int GATHER = 1;
  private static final long SYNC_MICROS = 15_000_000;
  private static final long MEMBER = 0;
  private static final long LEFT = 1;

  /** Node 1 of 100, which may join through 0. */
  private final RecordingOverlay<DirectoryMessage> node = node(1, 0);

  private static RecordingOverlay<DirectoryMessage> node(int id, int... contacts) {
    DirectoryConfig config = new DirectoryConfig(Duration.ofSeconds(15), 4, Duration.ofSeconds(60));
    return new RecordingOverlay<>(
        new DirectoryOverlay(config, (self, present) -> present), id, 100, contacts);
  }

  private static Sightings lives(long life, long note, int... nodes) {
    Sightings.Builder sightings = Sightings.builder();
    for (int each : nodes) {
      sightings.add(each, life, note);
    }
    return sightings.build();
  }

  private static News came(int... nodes) {
    return new News(lives(50, MEMBER, nodes));
  }

  private static long check(RecordingOverlay<DirectoryMessage> node) {
    Message hello = sent(node.fire(SYNC)).get(0).message();
    return ((Hello) hello).check();
  }

  @Test
  void aContactIsANeighborAndGreetedAtOnce() {
    List<Effect> effects = node.start();
    assertEquals(List.of(0), receivers(effects));
    assertTrue(sentTo(0, effects).get(0) instanceof Hello);
    assertEquals(Peers.of(0), node.links());
    assertEquals(Peers.of(0), node.members());
  }

  @Test
  void whoGreetsAndKnowsOthersIsToldAllAndAskedForTheSame() {
    node.start();
    node.receive(0, came(2));
    Sightings all =
        Sightings.builder()
            .add(1, RecordingOverlay.INCARNATION, MEMBER)
            .add(0, 0, MEMBER)
            .add(2, 50, MEMBER)
            .build();
    assertEquals(List.of(new Directory(all, true)), sentTo(0, node.receive(0, new Hello(7))));
  }

  @Test
  void whoGreetsAndKnowsTheSameIsNotAnswered() {
    node.start();
    RecordingOverlay<DirectoryMessage> same = node(0, 1);
    same.start();
    assertEquals(List.of(), sent(node.receive(0, new Hello(check(same)))));
  }

  @Test
  void aDirectoryIsTakenInAndAnsweredWithTheOwnIfAskedFor() {
    node.start();
    Directory asking = new Directory(lives(50, MEMBER, 0, 2, 3), true);
    List<Message> answer = sentTo(0, node.receive(0, asking));
    assertEquals(Peers.of(0, 2, 3), node.links());
    assertEquals(1, answer.size());
    Directory own = (Directory) answer.get(0);
    assertEquals(4, own.members().size(), "with what was just learned, and itself");
    assertFalse(own.wanted(), "or they would answer each other for ever");
    Directory telling = new Directory(lives(50, MEMBER, 0, 4), false);
    assertEquals(List.of(), sentTo(0, node.receive(0, telling)));
    assertEquals(Peers.of(0, 2, 3, 4), node.links());
  }

  @Test
  void aNodeIsNeverItsOwnNeighborWhatOthersMaySay() {
    node.start();
    node.receive(0, new Directory(lives(500, MEMBER, 0, 1), false));
    assertEquals(Peers.of(0), node.links());
  }

  @Test
  void whoHasComeIsToldToAFewAtOnceWithOthersWhoCome() {
    node.start();
    node.receive(0, new Directory(lives(50, MEMBER, 2, 3, 4, 5, 6, 7), false));
    node.fire(GATHER);
    assertEquals(200_000, delay(GATHER, node.receive(0, came(8))));
    assertEquals(List.of(), sent(node.receive(0, came(9))));
    List<Effect> told = node.fire(GATHER);
    assertEquals(4, new HashSet<>(receivers(told)).size());
    sent(told).forEach(each -> assertEquals(came(8, 9), each.message()));
  }

  @Test
  void newsThatIsKnownIsNotToldAgain() {
    node.start();
    node.receive(0, came(2));
    node.fire(GATHER);
    assertEquals(List.of(), node.receive(0, came(2)));
    assertEquals(List.of(), node.receive(3, came(2)));
  }

  @Test
  void directoriesThatDifferHaveDifferentChecks() {
    node.start();
    long before = check(node);
    assertEquals(before, check(node));
    node.receive(0, came(2));
    long after = check(node);
    assertNotEquals(before, after);
    node.down(2);
    assertEquals(before, check(node), "who is down does not count");
  }

  @Test
  void comparisonsAreFrequentWhileSomethingChanges() {
    node.start();
    node.receive(0, came(2));
    assertEquals(SYNC_MICROS / 10 + 1, delay(SYNC, node.fire(SYNC)));
    assertEquals(SYNC_MICROS, delay(SYNC, node.fire(SYNC)));
    node.down(2);
    assertEquals(SYNC_MICROS / 10 + 1, delay(SYNC, node.fire(SYNC)));
  }

  @Test
  void aContactThatIsDownIsGreetedStillAsItMayLeadAcrossAPartition() {
    node.start();
    node.receive(0, came(2));
    node.down(0);
    assertEquals(Peers.of(2), node.links());
    assertEquals(List.of(2, 0), receivers(node.fire(SYNC)));
  }

  @Test
  void whoLeavesTellsAFew() {
    node.start();
    node.receive(0, new Directory(lives(50, MEMBER, 2, 3, 4, 5, 6, 7), false));
    List<Effect> effects = node.leave();
    assertEquals(4, new HashSet<>(receivers(effects)).size());
    News farewell = new News(lives(RecordingOverlay.INCARNATION, LEFT, 1));
    sent(effects).forEach(each -> assertEquals(farewell, each.message()));
  }

  @Test
  void whoHasLeftIsForgottenAndToldOn() {
    node.start();
    node.receive(0, came(2));
    node.fire(GATHER);
    News left = new News(lives(50, LEFT, 2));
    node.receive(2, left);
    assertEquals(Peers.of(0), node.links());
    assertEquals(Peers.of(0), node.members());
    assertEquals(List.of(left), sentTo(0, node.fire(GATHER)));
  }

  @Test
  void aFarewellIsToldOnWithItsLifeThoughThatWasNotKnown() {
    node.start();
    node.receive(0, came(2));
    node.fire(GATHER);
    News left = new News(lives(60, LEFT, 2));
    node.receive(0, left);
    assertEquals(Peers.of(0), node.links());
    assertEquals(List.of(left), sentTo(0, node.fire(GATHER)));
  }

  @Test
  void aFarewellToAnEarlierLifeChangesNothing() {
    node.start();
    node.receive(0, came(2));
    node.up(2, 60);
    assertEquals(List.of(), node.receive(0, new News(lives(50, LEFT, 2))));
    assertEquals(Peers.of(0, 2), node.links());
  }
}
