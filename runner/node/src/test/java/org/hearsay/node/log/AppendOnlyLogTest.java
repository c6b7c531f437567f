package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a log that forgets, reorders or repeats, or whose digest says something else. */
final class AppendOnlyLogTest {
  private final AppendOnlyLog log = new AppendOnlyLog();

  @Test
  void anEmptyLogKnowsNothing() {
    assertEquals(0, log.size());
    assertFalse(log.contains(rumor(0, 0)));
    assertEquals(Digest.EMPTY, log.digest());
    assertEquals(Rumors.NONE, log.slice(0, 0));
    assertEquals(Rumors.NONE, log.missingFrom(Digest.EMPTY));
  }

  @Test
  void rumorsStandInTheOrderTheyWereAppended() {
    long[] rumors = {rumor(3, 1), rumor(0, 7), rumor(3, 0), rumor(1, 2)};
    append(rumors);
    assertEquals(Rumors.of(rumors), log.slice(0, 4));
    assertEquals(Rumors.of(rumors[1], rumors[2]), log.slice(1, 3));
    assertEquals(rumors[2], log.get(2));
  }

  @Test
  void aKnownRumorIsNotAppendedAgain() {
    assertTrue(log.append(rumor(2, 5)));
    assertFalse(log.append(rumor(2, 5)));
    assertEquals(1, log.size());
  }

  @Test
  void aLogGrowsBeyondItsFirstRoom() {
    append(LongStream.range(0, 1000).map(i -> rumor(0, (int) (999 - i))).toArray());
    assertEquals(1000, log.size());
    assertEquals(rumor(0, 0), log.get(999));
    assertEquals(List.of(new Digest.Range(0, 0, 1000)), log.digest().entries());
  }

  @Test
  void onlyWhatWasAppendedIsContained() {
    append(rumor(1, 0), rumor(1, 2));
    assertTrue(log.contains(rumor(1, 0)));
    assertFalse(log.contains(rumor(1, 1)));
    assertTrue(log.contains(rumor(1, 2)));
    assertFalse(log.contains(rumor(0, 0)));
    assertFalse(log.contains(rumor(99, 0)));
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,3", "2,1", "3,3", "9223372036854775807,9223372036854775807"})
  void aSliceOutsideTheLogIsRefused(long from, long to) {
    append(rumor(0, 0), rumor(0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.slice(from, to));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 2, Long.MAX_VALUE, Long.MIN_VALUE})
  void aPositionOutsideTheLogIsRefused(long position) {
    append(rumor(0, 0), rumor(0, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.get(position));
  }

  @Test
  void aDigestListsWatermarkAndGapsOfEachSource() {
    append(rumor(2, 0), rumor(2, 1), rumor(2, 4), rumor(2, 5), rumor(2, 9), rumor(0, 3));
    assertEquals(
        List.of(
            new Digest.Range(0, 3, 4),
            new Digest.Range(2, 0, 2),
            new Digest.Range(2, 4, 6),
            new Digest.Range(2, 9, 10)),
        log.digest().entries());
  }

  @Test
  void aDigestTakenBeforeAnAppendStaysAsItWas() {
    append(rumor(0, 0));
    Digest before = log.digest();
    append(rumor(0, 1));
    assertEquals(1, before.rumorCount());
    assertEquals(2, log.digest().rumorCount());
  }

  @Test
  void theHighestSequenceNumbersAreKnownLikeAnyOther() {
    int last = Integer.MAX_VALUE - 1;
    append(rumor(0, last), rumor(0, last - 1));
    assertTrue(log.contains(rumor(0, last)));
    assertEquals(List.of(new Digest.Range(0, last - 1, Integer.MAX_VALUE)), log.digest().entries());
    assertEquals(Rumors.of(rumor(0, last - 1), rumor(0, last)), log.missingFrom(Digest.EMPTY));
  }

  @Test
  void missingRumorsAreNamedBySourceAndSequenceNotByArrival() {
    append(rumor(1, 1), rumor(0, 2), rumor(1, 0), rumor(0, 0));
    assertEquals(
        Rumors.of(rumor(0, 0), rumor(0, 2), rumor(1, 0), rumor(1, 1)),
        log.missingFrom(Digest.EMPTY));
  }

  private void append(long... rumors) {
    IntStream.range(0, rumors.length).forEach(i -> assertTrue(log.append(rumors[i])));
  }

  private static long rumor(int source, int sequence) {
    return RumorTable.rumor(source, sequence);
  }
}
