package org.hearsay.detectors.phiaccrual;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.strategies.Effects.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.links.LinkMessage;
import org.hearsay.detectors.links.LinkMessage.Ping;
import org.hearsay.detectors.links.LinkMessage.Pong;
import org.junit.jupiter.api.Test;

/**
 * Guards against patience that does not follow from what a peer's signs of life were like, or not
 * from how sure the verdict is to be.
 */
final class PhiAccrualTest {
  /** 5.6120012 least deviations above the mean: exceeded once in 10^8. */
  private static final long EVEN_MICROS = 2_122_400;

  /** 1.2815516 of them: exceeded once in 10. */
  private static final long EVEN_AND_HASTY_MICROS = 1_256_310;

  /** 5.6120012 deviations of half a second. */
  private static final long UNEVEN_MICROS = 3_806_000;

  /** 5.6120012 deviations of a quarter of a second. */
  private static final long GUESS_MICROS = 2_403_000;

  private static SteppedDetector<LinkMessage> node(double threshold, int window, int... links) {
    return SteppedDetector.linked(
        detector(
            new PhiAccrualConfig(Duration.ofSeconds(1), threshold, window, Duration.ofMillis(200))),
        links);
  }

  @SuppressWarnings("unchecked") // It is what the module says.
  private static Detector<LinkMessage> detector(PhiAccrualConfig config) {
    return ((DetectorDescriptor<PhiAccrualConfig, LinkMessage>) new PhiAccrualModule().descriptor())
        .newDetector(config);
  }

  /** How long a peer is silent until it is dead. */
  private static long patienceMicros(SteppedDetector<LinkMessage> node, int peer) {
    long start = node.nowMicros();
    for (int i = 0; i < 100; i++) {
      if (dead(node.passTo(0)).contains(peer)) {
        return node.nowMicros() - start;
      }
    }
    throw new AssertionError("It never is, up to " + node.nowMicros());
  }

  /** Signs of life that come as evenly as can be. */
  private static void beatEvenly(SteppedDetector<LinkMessage> node, int peer) {
    for (int i = 0; i < 10; i++) {
      node.pass(1_000_000);
      node.receive(peer, new Ping());
    }
  }

  @Test
  void whoeverIsEvenIsMissedAfterSoManyOfTheLeastDeviations() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1);
    beatEvenly(node, 1);
    assertEquals(EVEN_MICROS, patienceMicros(node, 1));
  }

  @Test
  void whoeverIsUnevenHasMoreTime() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1);
    for (int i = 0; i < 5; i++) {
      node.pass(500_000);
      node.receive(1, new Pong());
      node.pass(1_500_000);
      node.receive(1, new Pong());
    }
    assertEquals(UNEVEN_MICROS, patienceMicros(node, 1));
  }

  @Test
  void theSurerItIsToBeTheLaterAVerdictComes() {
    SteppedDetector<LinkMessage> hasty = node(1, 10, 1);
    beatEvenly(hasty, 1);
    assertEquals(EVEN_AND_HASTY_MICROS, patienceMicros(hasty, 1));
  }

  @Test
  void beforeAnythingIsLearnedTheGuessCounts() {
    assertEquals(GUESS_MICROS, patienceMicros(node(8, 10, 1), 1));
  }

  @Test
  void otherTrafficPostponesAVerdictAndTeachesNothing() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1);
    beatEvenly(node, 1);
    for (int i = 0; i < 20; i++) {
      node.pass(100_000);
      node.receive(1);
    }
    assertEquals(EVEN_MICROS, patienceMicros(node, 1));
  }

  @Test
  void eachLinkLearnsForItself() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1, 2);
    for (int i = 0; i < 10; i++) {
      node.pass(1_000_000);
      node.receive(1, new Pong());
      node.receive(2);
    }
    long patience = patienceMicros(node, 1);
    assertEquals(EVEN_MICROS, patience);
    assertEquals(GUESS_MICROS, patience + patienceMicros(node, 2));
  }

  @Test
  void aDeathTeachesNothing() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1);
    beatEvenly(node, 1);
    node.pass(40_000_000);
    assertTrue(node.isDown(1));
    node.receive(1, new Pong());
    assertEquals(EVEN_MICROS, patienceMicros(node, 1));
  }

  @Test
  void aPeerIsAskedOnceAnIntervalEvenIfItTalks() {
    SteppedDetector<LinkMessage> node = node(8, 10, 1);
    int asked = 0;
    for (int i = 0; i < 40; i++) {
      asked += sent(node.pass(250_000)).size();
      node.receive(1);
    }
    assertEquals(10, asked);
  }

  @Test
  void optionsThatNothingCouldBeToldFromAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThrows(
        IllegalArgumentException.class, () -> new PhiAccrualConfig(second, 0.4, 10, second));
    assertThrows(
        IllegalArgumentException.class, () -> new PhiAccrualConfig(second, Double.NaN, 10, second));
    assertThrows(
        IllegalArgumentException.class, () -> new PhiAccrualConfig(second, 17, 10, second));
    assertThrows(IllegalArgumentException.class, () -> new PhiAccrualConfig(second, 8, 1, second));
    assertThrows(
        IllegalArgumentException.class, () -> new PhiAccrualConfig(second, 8, 2_001, second));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PhiAccrualConfig(second, 8, 10, Duration.ofNanos(999)));
  }
}
