package org.hearsay.node.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against draws that change from one JDK to the next, or that favor some numbers. */
final class SeededRandomTest {

  @Test
  void theDrawsAreTheSameOnEveryJvm() {
    SeededRandom random = new SeededRandom(42, 7);
    assertEquals(
        List.of(-6616403728644035724L, 2386281289838151681L, 8217175675880351264L),
        draws(3, random::nextLong));
    assertEquals(1523751282, random.nextInt());
    assertEquals(List.of(5, 9, 4, 2, 2, 8, 1, 3), draws(8, () -> random.nextInt(10)));
    assertEquals(List.of(-1, -3, 0, -1, -3, -3, -2, 1), draws(8, () -> random.nextInt(-3, 4)));
    assertEquals(
        List.of(732652101746L, 321859292157L, 850681695080L),
        draws(3, () -> random.nextLong(1_000_000_000_000L)));
    assertEquals(List.of(0.7600410956438832, 0.7584605732418264), draws(2, random::nextDouble));
    assertEquals(List.of(false, true, false, true, false, true), draws(6, random::nextBoolean));
    assertArrayEquals(new int[] {7, 1, 6, 2, 4, 0, 5, 3}, random.permutation(8));
  }

  @Test
  void drawsThatTheJdkWouldMakeInItsOwnWayAreTheSameToo() {
    SeededRandom random = new SeededRandom(42, 7);
    assertEquals(
        List.of(
            6.4132403516814716,
            -0.7412788641395964,
            0.44545394f,
            0.4381577229991249,
            1.2243183764817198),
        List.of(
            random.nextDouble(10),
            random.nextDouble(-1, 1),
            random.nextFloat(),
            random.nextExponential(),
            random.nextGaussian()));
  }

  @Test
  void normalAndExponentialDrawsHaveTheirMeanAndVariance() {
    SeededRandom random = new SeededRandom(3, 3);
    int draws = 200_000;
    assertEquals(
        0, DoubleStream.generate(random::nextGaussian).limit(draws).average().orElse(9), 0.01);
    assertEquals(
        1,
        DoubleStream.generate(random::nextGaussian)
            .limit(draws)
            .map(x -> x * x)
            .average()
            .orElse(9),
        0.02);
    assertEquals(
        1, DoubleStream.generate(random::nextExponential).limit(draws).average().orElse(9), 0.01);
  }

  @Test
  void equalSeedsAndStreamsDrawEqually() {
    assertArrayEquals(firstLongs(7, 3), firstLongs(7, 3));
  }

  @Test
  void anotherSeedOrAnotherStreamDrawsSomethingElse() {
    long distinct =
        LongStream.range(0, 50)
            .boxed()
            .flatMap(seed -> LongStream.range(0, 50).mapToObj(stream -> firstLongs(seed, stream)))
            .map(Arrays::toString)
            .distinct()
            .count();
    assertEquals(2500, distinct);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 10, 100})
  void numbersBelowABoundAreEquallyLikely(int bound) {
    SeededRandom random = new SeededRandom(5, bound);
    int draws = 100_000;
    int[] frequencies = new int[bound];
    for (int draw = 0; draw < draws; draw++) {
      frequencies[random.nextInt(bound)]++;
    }
    ChiSquare.assertUniform(Arrays.stream(frequencies).boxed().toList(), draws);
  }

  @Test
  void boundedDrawsStayWithinTheirBounds() {
    SeededRandom random = new SeededRandom(5, 5);
    for (int draw = 0; draw < 10_000; draw++) {
      assertWithin(-3, 4, random.nextInt(-3, 4));
      assertWithin(0, Long.MAX_VALUE, random.nextLong(Long.MAX_VALUE));
      assertWithin(-5, 1L << 40, random.nextLong(-5, 1L << 40));
      assertEquals(0, random.nextInt(1));
      double fraction = random.nextDouble();
      assertTrue(fraction >= 0 && fraction < 1);
    }
  }

  @Test
  void aBoundThatLeavesNoNumberIsRefused() {
    SeededRandom random = new SeededRandom(5, 5);
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
    assertThrows(IllegalArgumentException.class, () -> random.nextLong(-1));
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(4, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 10, 1000})
  void aPermutationHasEachNumberOnce(int count) {
    int[] permutation = new SeededRandom(9, 9).permutation(count);
    Arrays.sort(permutation);
    assertArrayEquals(IntStream.range(0, count).toArray(), permutation);
  }

  @Test
  void everyPermutationIsEquallyLikely() {
    SeededRandom random = new SeededRandom(9, 9);
    Map<String, Integer> frequencies = new TreeMap<>();
    int draws = 60_000;
    for (int draw = 0; draw < draws; draw++) {
      frequencies.merge(Arrays.toString(random.permutation(4)), 1, Integer::sum);
    }
    assertEquals(24, frequencies.size());
    ChiSquare.assertUniform(frequencies.values(), draws);
  }

  private static <T> List<T> draws(int count, Supplier<T> draw) {
    return Stream.generate(draw).limit(count).toList();
  }

  private static long[] firstLongs(long seed, long stream) {
    SeededRandom random = new SeededRandom(seed, stream);
    return LongStream.generate(random::nextLong).limit(4).toArray();
  }

  private static void assertWithin(long lowest, long bound, long drawn) {
    assertTrue(lowest <= drawn && drawn < bound, () -> drawn + " is outside");
  }
}
