package org.hearsay.detectors.swim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Guards against a node that never gets over its doubts, or has them without end. */
final class LocalHealthTest {

  @Test
  void whatGoesWrongStretchesTimesAndWhatGoesWellShortensThem() {
    LocalHealth health = new LocalHealth(true);
    assertEquals(1_000, health.stretch(1_000));
    health.worsen(1);
    assertEquals(2_000, health.stretch(1_000));
    health.worsen(3);
    assertEquals(5_000, health.stretch(1_000));
    health.improve();
    assertEquals(4_000, health.stretch(1_000));
  }

  @Test
  void noTimeIsMoreThanNineTimesAsLong() {
    LocalHealth health = new LocalHealth(true);
    health.worsen(7);
    health.worsen(7);
    assertEquals(9_000, health.stretch(1_000));
    health.improve();
    assertEquals(8_000, health.stretch(1_000), "no more is remembered either");
  }

  @Test
  void nothingIsBetterThanPerfect() {
    LocalHealth health = new LocalHealth(true);
    health.improve();
    health.worsen(1);
    assertEquals(2_000, health.stretch(1_000));
  }

  @Test
  void whereItDoesNotCountTimesStayAsTheyAre() {
    LocalHealth health = new LocalHealth(false);
    health.worsen(3);
    assertEquals(1_000, health.stretch(1_000));
  }
}
