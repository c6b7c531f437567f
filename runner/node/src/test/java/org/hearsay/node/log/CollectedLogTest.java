package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against a log that loses count, forgets or revives something when rumors are let go. */
final class CollectedLogTest {
  private static final int TEN_MILLION = 10_000_000;
  private static final int SOURCES = 3;

  /** Does the same as a log, slowly. */
  private static final class Model {
    private final List<Long> order = new ArrayList<>();
    private final SortedSet<Long> known = set();
    private final SortedSet<Long> gone = set();
    private int base;

    void append(long rumor) {
      if (known.add(rumor)) {
        order.add(rumor);
      }
    }

    void collect(int position) {
      for (; base < position; base++) {
        gone.add(order.get(base));
      }
    }

    void forgo(SortedSet<Long> lost) {
      for (long rumor : lost) {
        if (known.add(rumor)) {
          gone.add(rumor);
        }
      }
    }

    List<Long> kept() {
      return order.subList(base, order.size());
    }
  }

  private static SortedSet<Long> set() {
    return new TreeSet<>(
        Comparator.<Long>comparingInt(RumorTable::sourceNumber)
            .thenComparingInt(RumorTable::sequence));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 12, 60})
  void aLogThatLetsGoIsAsTheModelOfIt(int sequences) {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      AppendOnlyLog log = new AppendOnlyLog();
      Model model = new Model();
      for (int step = 0; step < 80; step++) {
        int draw = random.nextInt(10);
        if (draw < 7) {
          long rumor = rumor(random, sequences);
          model.append(rumor);
          log.append(rumor);
        } else if (draw < 8) {
          int position = model.base + random.nextInt(model.kept().size() + 1);
          model.collect(position);
          log.collect(position);
        } else {
          SortedSet<Long> lost = some(random, sequences);
          long unknown = lost.stream().filter(each -> !model.known.contains(each)).count();
          model.forgo(lost);
          assertEquals(unknown, log.forgo(digest(lost)), "seed " + seed);
        }
        assertSame(model, log, some(random, sequences), "seed " + seed + ", step " + step);
      }
    }
  }

  private static void assertSame(
      Model model, AppendOnlyLog log, SortedSet<Long> peer, String which) {
    assertEquals(model.base, log.base(), which);
    assertEquals(model.order.size(), log.size(), which);
    assertEquals(ids(model.kept()), log.all().ids(), which);
    assertEquals(digest(model.known), log.digest(), which);
    assertEquals(digest(model.gone), log.gone(), which);
    SortedSet<Long> lacked = set();
    lacked.addAll(model.kept());
    lacked.removeAll(peer);
    assertEquals(new Rumors(ids(lacked)), log.missingFrom(digest(peer)), which);
    SortedSet<Long> missing = set();
    missing.addAll(peer);
    missing.removeAll(model.known);
    assertEquals(ids(missing), log.missingHere(digest(peer)), which);
    for (long rumor : peer) {
      assertEquals(model.gone.contains(rumor), log.hasLetGo(rumor), which);
      assertEquals(model.known.contains(rumor), log.contains(rumor), which);
      assertEquals(log.contains(rumor) && !log.hasLetGo(rumor), log.retains(rumor), which);
    }
  }

  private static SortedSet<Long> some(Random random, int sequences) {
    SortedSet<Long> some = set();
    for (int i = random.nextInt(2 * sequences); i > 0; i--) {
      some.add(rumor(random, sequences));
    }
    return some;
  }

  private static long rumor(Random random, int sequences) {
    return RumorTable.rumor(random.nextInt(SOURCES), random.nextInt(sequences));
  }

  private static RumorIds ids(Iterable<Long> rumors) {
    RumorIds.Builder ids = RumorIds.builder();
    rumors.forEach(ids::add);
    return ids.build();
  }

  private static Digest digest(Iterable<Long> rumors) {
    List<Digest.Range> ranges = new ArrayList<>();
    for (long rumor : rumors) {
      int sequence = RumorTable.sequence(rumor);
      ranges.add(new Digest.Range(RumorTable.sourceNumber(rumor), sequence, sequence + 1));
    }
    return Digest.ofRanges(ranges);
  }

  @Test
  void positionsGoOnWhenRumorsAreLetGo() {
    AppendOnlyLog log = new AppendOnlyLog();
    for (int i = 0; i < 1_000; i++) {
      log.append(RumorTable.rumor(0, i));
      log.collect(Math.max(0, i - 2));
    }
    assertEquals(1_000, log.size());
    assertEquals(997, log.base());
    assertEquals(997, log.first());
    assertEquals(RumorTable.rumor(0, 998), log.get(998));
    assertEquals(Rumors.of(RumorTable.rumor(0, 997)), log.slice(0, 998));
    assertEquals(RumorIds.of(RumorTable.rumor(0, 997)), log.oldest(1));
    assertThrows(IndexOutOfBoundsException.class, () -> log.get(996));
    assertThrows(IndexOutOfBoundsException.class, () -> log.collect(996));
  }

  @Test
  void whatWasLetGoIsNotAppendedAgain() {
    AppendOnlyLog log = new AppendOnlyLog();
    log.append(RumorTable.rumor(0, 0));
    log.collect(1);
    assertFalse(log.append(RumorTable.rumor(0, 0)));
    assertFalse(log.forgo(RumorTable.rumor(0, 0)));
    assertTrue(log.forgo(RumorTable.rumor(0, 1)));
    assertFalse(log.append(RumorTable.rumor(0, 1)));
  }

  /** Were ids enumerated, this would take gigabytes. */
  @Test
  void tenMillionRumorsThatAreGoneAreARange() {
    AppendOnlyLog log = new AppendOnlyLog();
    log.append(RumorTable.rumor(0, 5));
    Digest peer = new Digest(List.of(new Digest.Range(0, 0, TEN_MILLION)));
    for (int i = 0; i < 1_000; i++) {
      assertEquals(TEN_MILLION - 1, log.missingHere(peer).size());
      assertEquals(
          RumorIds.of(RumorTable.rumor(0, 0), RumorTable.rumor(0, 1)),
          log.missingHere(peer).limit(2));
    }
    assertEquals(TEN_MILLION - 1, log.forgo(peer));
    assertEquals(peer, log.digest());
    assertEquals(Rumors.of(RumorTable.rumor(0, 5)), log.missingFrom(Digest.EMPTY));
    for (int i = 0; i < 1_000; i++) {
      assertEquals(0, log.forgo(peer));
      assertTrue(log.missingFrom(peer).isEmpty());
    }
    assertTrue(log.dedupBytes() < 10_000, () -> log.dedupBytes() + " bytes");
  }
}
