package org.hearsay.scenario.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against faults at other times than Maelstrom's, or that nobody mends. */
final class FaultScheduleTest {

  /** When faults began and ended. */
  private static final class Diary implements Breakable {
    private final VirtualTime time = new VirtualTime();
    private final List<Long> times = new ArrayList<>();
    private final List<Boolean> breaking = new ArrayList<>();

    @Override
    public int size() {
      return 25;
    }

    private void note(boolean breaks) {
      times.add(time.nowMicros());
      breaking.add(breaks);
    }

    @Override
    public void cut(Cut cut) {
      note(true);
    }

    @Override
    public void heal(Cut cut) {
      note(false);
    }

    @Override
    public void kill(int node) {
      note(true);
    }

    @Override
    public void leave(int node) {
      note(true);
    }

    @Override
    public void hang(int node) {
      note(true);
    }

    @Override
    public void unhang(int node) {
      note(false);
    }

    @Override
    public void restart(int node) {
      note(false);
    }

    @Override
    public void pause(int node) {
      note(true);
    }

    @Override
    public void resume(int node) {
      note(false);
    }

    @Override
    public void crash(int node) {
      note(true);
    }

    @Override
    public void recover(int node) {
      note(false);
    }

    @Override
    public void slow(int node, long extraMicros) {
      note(extraMicros > 0);
    }

    @Override
    public void skew(int node, long aheadMicros) {
      note(aheadMicros > 0);
    }

    @Override
    public void drift(int node, double rate) {
      note(rate > 1);
    }
  }

  private static Diary run(Nemesis nemesis, Duration limit, Duration interval) {
    Diary diary = new Diary();
    Settings settings =
        Settings.challenge(3)
            .with(new Settings.Load(5, limit, Duration.ofSeconds(1)))
            .with(new Settings.Faults(nemesis, interval));
    FaultSchedule faults = new FaultSchedule(diary.time, diary, settings);
    faults.begin();
    diary.time.at(TimeUnit.MICROSECONDS.convert(limit), faults::end);
    while (diary.time.step()) {}
    return diary;
  }

  @ParameterizedTest
  @EnumSource(names = {"PARTITION", "KILL", "PAUSE"})
  void faultsComeAndGoByTurnsFromTheFirstMomentAndTheLastIsMended(Nemesis nemesis) {
    Diary diary = run(nemesis, Duration.ofSeconds(60), Duration.ofSeconds(1));
    assertEquals(0, diary.times.get(0));
    for (int i = 0; i < diary.breaking.size(); i++) {
      assertEquals(i % 2 == 0, diary.breaking.get(i));
    }
    assertEquals(0, diary.breaking.size() % 2);
  }

  @Test
  void gapsAreUniformUpToTwiceTheInterval() {
    Diary diary = run(Nemesis.PARTITION, Duration.ofSeconds(2_000), Duration.ofSeconds(1));
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < diary.times.size() - 1; i++) {
      gaps.add(diary.times.get(i) - diary.times.get(i - 1));
    }
    double mean = gaps.stream().mapToLong(Long::longValue).average().orElseThrow();
    assertEquals(1e6, mean, 5e4);
    assertTrue(gaps.stream().allMatch(gap -> gap < 2_000_000));
    assertTrue(gaps.stream().anyMatch(gap -> gap > 1_900_000));
  }

  @Test
  void nothingBreaksAfterTheTimeLimit() {
    Diary diary = run(Nemesis.KILL, Duration.ofSeconds(5), Duration.ofMillis(500));
    for (int i = 0; i < diary.times.size(); i++) {
      assertTrue(!diary.breaking.get(i) || diary.times.get(i) <= 5_000_000);
    }
  }
}
