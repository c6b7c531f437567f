package org.hearsay.detectors.heartbeat;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.strategies.Effects.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.links.LinkMessage;
import org.hearsay.detectors.links.LinkMessage.Ping;
import org.hearsay.detectors.links.LinkMessage.Pong;
import org.junit.jupiter.api.Test;

/** Guards against options that mean something else, and against a price for links that are busy. */
final class HeartbeatTest {
  private static final HeartbeatConfig CONFIG =
      new HeartbeatConfig(Duration.ofMillis(300), Duration.ofSeconds(2));

  private final SteppedDetector<LinkMessage> node = SteppedDetector.linked(detector(CONFIG), 1);

  @SuppressWarnings("unchecked") // It is what the module says.
  private static Detector<LinkMessage> detector(HeartbeatConfig config) {
    return ((DetectorDescriptor<HeartbeatConfig, LinkMessage>) new HeartbeatModule().descriptor())
        .newDetector(config);
  }

  @Test
  void aSilentPeerIsDeadWhenTheTimeoutIsOverAndNotBefore() {
    assertEquals(List.of(), dead(node.pass(1_999_999)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void theTimeoutIsTheSameHoweverSignsOfLifeCame() {
    for (int i = 1; i <= 8; i++) {
      node.pass(200_000L * i);
      node.receive(1, new Pong());
    }
    assertEquals(List.of(), dead(node.pass(1_999_999)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void aPeerIsAskedWhenItHasBeenSilentForAnInterval() {
    node.receive(1);
    assertEquals(List.of(), sent(node.pass(299_999)));
    assertEquals(1, sent(node.pass(1)).size());
  }

  @Test
  void aLinkThatIsBusyBothWaysCostsNoMessageOfItsOwn() {
    for (int i = 0; i < 50; i++) {
      node.receive(1);
      node.depart(1);
      assertEquals(List.of(), sent(node.pass(140_000)));
    }
  }

  @Test
  void aQuestionRidesOnWhatLeavesAnyway() {
    node.receive(1);
    node.pass(200_000);
    assertEquals(1, sent(node.depart(1)).size());
    assertEquals(List.of(), sent(node.pass(299_999)));
  }

  @Test
  void aPeerThatAnswersIsNeverDead() {
    for (int i = 0; i < 100; i++) {
      if (!sent(node.pass(100_000)).isEmpty()) {
        node.receive(1, new Pong());
      }
    }
    assertTrue(!node.isDown(1) && node.nowMicros() == 10_000_000);
  }

  @Test
  void eachNodeHasItsOwnState() {
    SteppedDetector<LinkMessage> other = SteppedDetector.linked(detector(CONFIG), 1);
    other.pass(1_900_000);
    other.receive(1, new Ping());
    assertEquals(List.of(1), dead(node.pass(2_000_000)));
    assertEquals(List.of(), dead(other.pass(1_999_999)));
  }

  @Test
  void aTimeoutThatNoAnswerCanMeetIsRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(IllegalArgumentException.class, () -> new HeartbeatConfig(second, second));
    assertThrows(
        IllegalArgumentException.class, () -> new HeartbeatConfig(Duration.ofNanos(999), second));
  }
}
