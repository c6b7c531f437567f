package org.hearsay.scenario.weather;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearsay.scenario.weather.Conditions.Bursts;
import org.hearsay.scenario.weather.Conditions.Reordering;
import org.junit.jupiter.api.Test;

/** Guards against copies, damage, delays and bad spells that are not as frequent as asked. */
final class RareWeatherTest {
  private static final int MESSAGES = 50_000;
  private static final Conditions CALM = Conditions.of(new Latency.Range(100_000, 100_000), 0);

  private static double share(LongPredicate happens) {
    Weather draws = new Weather(1, CALM);
    return LongStream.range(0, MESSAGES)
            .filter(occasion -> happens.test(draws.draw(0, 1, occasion)))
            .count()
        / (double) MESSAGES;
  }

  private static Weather with(Conditions conditions) {
    return new Weather(1, conditions);
  }

  @Test
  void asManyMessagesComeTwiceAsAskedAndNoneInCalmWeather() {
    Weather doubling = with(CALM.withDuplicate(0.1));
    assertEquals(0.1, share(doubling::duplicates), 0.01);
    assertEquals(0, share(with(CALM)::duplicates));
  }

  @Test
  void aCopyHasALatencyOfItsOwn() {
    Weather weather = with(CALM.with(new Latency.Range(0, 1_000_000)));
    long draw = weather.draw(0, 1, 7);
    assertNotEquals(
        weather.latencyMicros(0, 1, draw), weather.latencyMicros(0, 1, weather.copy(draw)));
  }

  @Test
  void asManyMessagesAreHeldBackAsAskedAndNoneInCalmWeather() {
    Weather reordering = with(CALM.with(new Reordering(0.05, 50_000)));
    assertEquals(0.05, share(draw -> reordering.heldBackMicros(draw) == 50_000), 0.01);
    assertEquals(0, share(draw -> with(CALM).heldBackMicros(draw) > 0));
  }

  @Test
  void asManyMessagesAreDamagedAsAskedAndNoneInCalmWeather() {
    Weather rough = with(CALM.withDamage(0.02, 0.05));
    assertEquals(0.02, share(draw -> rough.damage(draw) == Damage.CORRUPTED), 0.005);
    assertEquals(0.05, share(draw -> rough.damage(draw) == Damage.TRUNCATED), 0.005);
    assertEquals(0, share(draw -> with(CALM).damage(draw) != Damage.NONE));
  }

  @Test
  void aCorruptedLineHasOneWrongBitAndATruncatedOneLacksItsEnd() {
    byte[] line = "{\"type\":\"gossip\"}".getBytes(StandardCharsets.UTF_8);
    for (long draw = 0; draw < 100; draw++) {
      byte[] wrong = Damage.CORRUPTED.applyTo(line, draw);
      assertEquals(
          1,
          IntStream.range(0, line.length)
              .map(i -> Integer.bitCount((line[i] ^ wrong[i]) & 0xff))
              .sum());
      byte[] cut = Damage.TRUNCATED.applyTo(line, draw);
      assertTrue(cut.length < line.length);
      assertTrue(new String(line, StandardCharsets.UTF_8).startsWith(text(cut)));
    }
    assertArrayEquals(line, Damage.NONE.applyTo(line, 3));
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  @Test
  void aBadSpellLosesAllThatIsSentInItAndNothingElseIsLost() {
    Weather bursty = with(CALM.with(new Bursts(0.1, 200_000, 1)));
    long lost = 0;
    int changes = 0;
    boolean before = false;
    for (long micros = 0; micros < 2_000_000_000L; micros += 10_000) {
      boolean loses = bursty.losesInBurst(0, 1, micros, bursty.draw(0, 1, micros));
      assertEquals(bursty.isBadSpell(0, 1, micros), loses);
      lost += loses ? 1 : 0;
      changes += loses == before ? 0 : 1;
      before = loses;
    }
    assertEquals(0.1, lost / 200_000.0, 0.01);
    // Of 10,000 spells a tenth are bad, and nine of ten of those stand alone; were messages lost
    // one by one, there would be 36,000 changes.
    assertEquals(1_800, changes, 200);
  }

  @Test
  void aBadSpellMayLoseAPartOfWhatIsSentInIt() {
    Weather bursty = with(CALM.with(new Bursts(1, 200_000, 0.3)));
    assertEquals(0.3, share(draw -> bursty.losesInBurst(0, 1, 0, draw)), 0.01);
  }

  @Test
  void linksHaveTheirBadSpellsAtDifferentTimes() {
    Weather bursty = with(CALM.with(new Bursts(0.5, 200_000, 1)));
    double apart =
        LongStream.range(0, 1_000)
            .map(i -> i * 200_000)
            .filter(at -> bursty.isBadSpell(0, 1, at) != bursty.isBadSpell(1, 0, at))
            .count();
    assertEquals(500, apart, 100);
  }

  @Test
  void thereAreNoBadSpellsInCalmWeather() {
    Weather calm = with(CALM);
    assertFalse(
        LongStream.range(0, 10_000)
            .anyMatch(at -> calm.losesInBurst(0, 1, at * 1_000, calm.draw(0, 1, at))));
  }

  @Test
  void conditionsArePlainUntilThereIsMoreThanLatencyAndLoss() {
    assertTrue(CALM.withLoss(0.3).with(new LognormalLatency(1_000, 1)).arePlain());
    assertFalse(CALM.withDuplicate(0.1).arePlain());
    assertFalse(CALM.with(new Bursts(0.1, 1, 1)).arePlain());
    assertFalse(CALM.withBytesPerSecond(1_000).arePlain());
    assertFalse(CALM.with(new Reordering(0.1, 1)).arePlain());
    assertFalse(CALM.withDamage(0.1, 0).arePlain());
  }
}
