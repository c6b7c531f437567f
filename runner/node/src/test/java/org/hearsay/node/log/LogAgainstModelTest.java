package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against reconciliation that misses or repeats a rumor for some pattern of gaps. */
final class LogAgainstModelTest {
  private static final int CASES = 400;
  private static final int SOURCES = 4;
  private static final Comparator<Long> BY_SOURCE_AND_SEQUENCE =
      Comparator.<Long>comparingInt(RumorTable::sourceNumber)
          .thenComparingInt(RumorTable::sequence);

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 100})
  void logsDifferAsTheSetsOfTheirRumorsDo(int sequences) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      SortedSet<Long> mine = randomRumors(random, sequences);
      SortedSet<Long> theirs = randomRumors(random, sequences);
      AppendOnlyLog here = logOf(mine, random);
      AppendOnlyLog there = logOf(theirs, random);
      String which = "seed " + seed + ", " + mine + " against " + theirs;

      assertEquals(new Rumors(minus(mine, theirs)), here.missingFrom(there.digest()), which);
      assertEquals(minus(theirs, mine), here.missingHere(there.digest()), which);
      assertEquals(mine.size(), here.digest().rumorCount(), which);
      assertEquals(mine.size(), here.size(), which);
      for (long rumor : theirs) {
        assertEquals(mine.contains(rumor), here.contains(rumor), which);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 100})
  void equalKnowledgeGivesEqualDigestsInWhateverOrderItCame(int sequences) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      SortedSet<Long> rumors = randomRumors(random, sequences);
      Digest one = logOf(rumors, random).digest();
      Digest other = logOf(rumors, random).digest();
      assertEquals(one, other, "seed " + seed);
      assertEquals(one.hashCode(), other.hashCode(), "seed " + seed);
      assertEquals(rumors, rumorsIn(one), "seed " + seed);
    }
  }

  private static SortedSet<Long> randomRumors(Random random, int sequences) {
    double density = random.nextDouble();
    SortedSet<Long> rumors = new TreeSet<>(BY_SOURCE_AND_SEQUENCE);
    for (int source = 0; source < SOURCES; source++) {
      for (int sequence = 0; sequence < sequences; sequence++) {
        if (random.nextDouble() < density) {
          rumors.add(RumorTable.rumor(source, sequence));
        }
      }
    }
    return rumors;
  }

  private static AppendOnlyLog logOf(SortedSet<Long> rumors, Random random) {
    List<Long> shuffled = new ArrayList<>(rumors);
    Collections.shuffle(shuffled, random);
    AppendOnlyLog log = new AppendOnlyLog();
    shuffled.forEach(log::append);
    return log;
  }

  private static RumorIds minus(SortedSet<Long> rumors, SortedSet<Long> without) {
    return RumorIds.of(
        rumors.stream()
            .filter(rumor -> !without.contains(rumor))
            .mapToLong(Long::longValue)
            .toArray());
  }

  private static SortedSet<Long> rumorsIn(Digest digest) {
    SortedSet<Long> rumors = new TreeSet<>(BY_SOURCE_AND_SEQUENCE);
    for (Digest.Range range : digest.entries()) {
      for (int sequence = range.start(); sequence < range.end(); sequence++) {
        rumors.add(RumorTable.rumor(range.source(), sequence));
      }
    }
    return rumors;
  }
}
