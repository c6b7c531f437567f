package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.TestTicker.Diary;
import org.hearsay.simulation.TestTicker.Received;
import org.hearsay.simulation.TestTicker.Sent;
import org.junit.jupiter.api.Test;

/** Guards against faults that leave nodes untouched, or touch them at another time. */
final class FaultsTest {
  private static final int NODES = 6;
  private static final long LATENCY_MICROS = 10_000;
  private static final long SECOND = 1_000_000;

  /** Six nodes that tick for ten seconds, all linked to all. */
  private static Diary run(String faults) {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Shape(NODES, Topology.TOTAL))
            .with(new Settings.Load(1, Duration.ofSeconds(10), Duration.ofMillis(1)))
            .with(
                new Settings.Network(
                    Model.IDEAL, new Latency.Range(LATENCY_MICROS, LATENCY_MICROS), 0))
            .with(FaultText.parse(faults));
    Diary diary = new Diary();
    Simulation.run(TestTicker.configured(), settings, diary);
    return diary;
  }

  /** How many ticks of a node another one reacted to, from one second of the run to another. */
  private static long heard(Diary diary, int from, int to, double start, double end) {
    return diary.received.stream()
        .filter(tick -> tick.from() == from && tick.to() == to)
        .filter(tick -> tick.micros() >= start * SECOND && tick.micros() < end * SECOND)
        .count();
  }

  private static List<Sent> sent(Diary diary, int node, double start, double end) {
    return diary.sent.stream()
        .filter(tick -> tick.from() == node)
        .filter(tick -> tick.micros() >= start * SECOND && tick.micros() < end * SECOND)
        .toList();
  }

  /** How often a node ticked, once for all its peers. */
  private static long ticks(Diary diary, int node, double start, double end) {
    return sent(diary, node, start, end).size() / (NODES - 1);
  }

  private static void assertNear(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) <= 1, "expected " + expected + ", was " + actual);
  }

  @Test
  void withoutFaultsEverybodyHearsEverybodyTenTimesASecond() {
    Diary diary = run("");
    assertNear(20, heard(diary, 0, 1, 2, 4));
    assertNear(20, heard(diary, 1, 0, 2, 4));
    assertEquals(List.of(), diary.lost);
    assertEquals(List.of(), diary.faults);
  }

  @Test
  void aOneWayCutSilencesOneDirectionForItsTime() {
    Diary diary = run("cut:n0+n2:n1@2s+3s");
    assertNear(20, heard(diary, 0, 1, 0, 2.05));
    assertEquals(0, heard(diary, 0, 1, 2.1, 5));
    assertEquals(0, heard(diary, 2, 1, 2.1, 5));
    assertNear(29, heard(diary, 1, 0, 2.1, 5));
    assertNear(29, heard(diary, 3, 1, 2.1, 5));
    assertNear(30, heard(diary, 0, 1, 5, 8));
  }

  private static Set<Integer> hearersOf(Diary diary, int node, double start, double end) {
    Set<Integer> hearers = new TreeSet<>();
    IntStream.range(0, NODES)
        .filter(to -> heard(diary, node, to, start, end) > 0)
        .forEach(hearers::add);
    return hearers;
  }

  @Test
  void aPartitionOfOneCutsOneNodeOffForItsTime() {
    Diary diary = run("partition:one@2s+3s");
    long alone =
        IntStream.range(0, NODES).filter(node -> hearersOf(diary, node, 2.1, 5).isEmpty()).count();
    assertEquals(1, alone);
    assertEquals(NODES - 1, hearersOf(diary, 0, 5.1, 6).size());
  }

  @Test
  void aMajoritiesRingCutsNobodyOffAndNobodyHearsAll() {
    Diary diary = run("partition:majorities-ring@2s+3s");
    for (int node = 0; node < NODES; node++) {
      int hearers = hearersOf(diary, node, 2.1, 5).size();
      assertTrue(hearers >= NODES / 2 && hearers < NODES - 1, hearers + " hear n" + node);
    }
  }

  @Test
  void aSplitInThreeGroupsLeavesPairs() {
    Diary diary = run("partition:3-groups@2s+3s");
    for (int node = 0; node < NODES; node++) {
      assertEquals(1, hearersOf(diary, node, 2.1, 5).size());
    }
    assertEquals(NODES - 1, hearersOf(diary, 0, 5.1, 6).size());
  }

  @Test
  void aFlappingLinkFailsForEverySecondHalfOfItsPeriod() {
    Diary diary = run("flap:n0:n1:2s@2s+6s");
    for (int start = 2; start < 8; start += 2) {
      assertEquals(0, heard(diary, 0, 1, start + 0.1, start + 1));
      assertEquals(0, heard(diary, 1, 0, start + 0.1, start + 1));
      assertNear(9, heard(diary, 0, 1, start + 1.1, start + 2));
      assertNear(9, heard(diary, 0, 2, start + 0.1, start + 1));
    }
    assertNear(19, heard(diary, 0, 1, 8.1, 10));
  }

  @Test
  void aCrashedNodeIsSilentAndBeginsAnew() {
    Diary diary = run("crash:n3@2s+1s");
    assertEquals(0, ticks(diary, 3, 2.01, 3));
    assertEquals(1, sent(diary, 3, 3, 4).get(0).number());
    assertTrue(diary.lost.stream().allMatch(tick -> tick.to() == 3));
    assertNear(50, diary.lost.size());
    assertEquals(List.of("kill n3", "restart n3"), diary.faults);
  }

  @Test
  void aNodeThatKeepsItsStateInACrashGoesOnWhereItWas() {
    Diary diary = run("crash-keeping:n3@2s+1s");
    assertEquals(0, ticks(diary, 3, 2.01, 3));
    int last = sent(diary, 3, 0, 2.01).stream().mapToInt(Sent::number).max().orElseThrow();
    assertEquals(last + 1, sent(diary, 3, 3, 4).get(0).number());
    assertFalse(diary.lost.isEmpty());
    assertTrue(diary.lost.stream().allMatch(tick -> tick.to() == 3));
  }

  @Test
  void whoLeavesIsGoneLikeOneThatCrashes() {
    Diary diary = run("leave:n3@2s+1s");
    assertEquals(0, ticks(diary, 3, 2.01, 3));
    assertEquals(1, sent(diary, 3, 3, 4).get(0).number());
    assertEquals(List.of("leave n3", "restart n3"), diary.faults);
  }

  @Test
  void anOutageEndsItsShareOfNodesAtOnceAndForGoodUnlessItHasAnEnd() {
    Diary forGood = run("outage:0.5@2s");
    assertEquals(3, silentFrom(forGood, 2.1));
    assertEquals(3, forGood.faults.size());
    Diary passing = run("outage:1@2s+1s");
    assertEquals(0, passing.sent.stream().filter(tick -> isIn(tick.micros(), 2.01, 3)).count());
    assertEquals(0, silentFrom(passing, 3));
  }

  @Test
  void restlessNodesComeAndGoEachInItsOwnTime() {
    Diary diary = run("restless:0.5:2s@1s+8s");
    long kills = diary.faults.stream().filter(fault -> fault.startsWith("kill")).count();
    assertTrue(kills >= 9 && kills <= 13, "kills " + kills);
    assertEquals(3, diary.faults.stream().filter(f -> f.startsWith("kill")).distinct().count());
    assertEquals(0, silentFrom(diary, 9.1));
  }

  /** What a node that hangs sends and is sent waits, and its timers go on. */
  @Test
  void aNodeThatHangsTicksButGetsAndSendsNothingUntilItIsFree() {
    Diary diary = run("hang:1:2s:1s@1s+8s");
    int hung = Integer.parseInt(diary.faults.get(0).substring("hang n".length()));
    int other = (hung + 1) % NODES;
    assertEquals(0, heard(diary, other, hung, 1.02, 3));
    assertEquals(0, heard(diary, hung, other, 1.02, 3));
    assertNear(20, heard(diary, other, hung, 3, 3.02));
    assertNear(20, heard(diary, hung, other, 3, 3.02));
    assertNear(10, heard(diary, other, hung, 3.02, 4));
    long clocks = sent(diary, hung, 3, 3.01).stream().map(Sent::clockMicros).distinct().count();
    assertNear(20, clocks);
  }

  private static boolean isIn(long micros, double start, double end) {
    return micros >= start * SECOND && micros < end * SECOND;
  }

  /** How many nodes tick no more from some moment on. */
  private static long silentFrom(Diary diary, double start) {
    return IntStream.range(0, NODES).filter(n -> ticks(diary, n, start, 10) == 0).count();
  }

  @Test
  void aPausedNodeTakesInLaterWhatItWasSentMeanwhile() {
    Diary diary = run("pause:n4@1s+2s");
    assertEquals(0, ticks(diary, 4, 1.01, 3));
    assertEquals(0, heard(diary, 0, 4, 1.02, 3));
    assertNear(20, heard(diary, 0, 4, 3, 3.01));
    assertEquals(List.of(), diary.lost);
  }

  @Test
  void aSlowNodeReactsLaterAndToOneThingAfterTheOther() {
    Diary diary = run("slow:n5:5ms@2s+5s");
    List<Long> reactions =
        diary.received.stream()
            .filter(tick -> tick.to() == 5 && tick.micros() > 3 * SECOND)
            .map(Received::micros)
            .filter(micros -> micros < 6 * SECOND)
            .toList();
    assertNear(150, reactions.size());
    for (int i = 1; i < reactions.size(); i++) {
      assertTrue(reactions.get(i) - reactions.get(i - 1) >= 5_000);
    }
    long before = diary.received.stream().filter(tick -> tick.micros() < 2 * SECOND).count();
    assertNear(19L * NODES * (NODES - 1), before);
  }

  @Test
  void aNodeThatCannotKeepUpFallsBehindAndCatchesUpOnceItIsQuickAgain() {
    Diary diary = run("slow:n5:50ms@2s+2s");
    assertTrue(heard(diary, 0, 5, 2.2, 4) < 12);
    assertEquals(0, diary.lost.size());
    assertNear(heard(diary, 0, 1, 0, 9), heard(diary, 0, 5, 0, 9));
  }

  @Test
  void aSkewedClockShowsAnotherTimeAndNeverGoesBack() {
    Diary diary = run("skew:n2:300ms@2s+3s");
    for (Sent tick : sent(diary, 2, 2.01, 5)) {
      assertEquals(tick.micros() + 300_000, tick.clockMicros());
    }
    for (Sent tick : sent(diary, 3, 2.01, 5)) {
      assertEquals(tick.micros(), tick.clockMicros());
    }
    long before = 0;
    for (Sent tick : sent(diary, 2, 0, 10)) {
      assertTrue(tick.clockMicros() >= before);
      before = tick.clockMicros();
    }
    // The clock stands still for 300 ms, and with it the timers.
    assertEquals(0, ticks(diary, 2, 5.12, 5.3));
    assertNear(10, ticks(diary, 2, 5.5, 6.5));
  }

  @Test
  void timersGoByTheirNodesClock() {
    Diary diary = run("drift:n2:2@2s+3s,drift:n3:0.5");
    assertNear(10, ticks(diary, 2, 1, 2));
    assertNear(60, ticks(diary, 2, 2, 5) + 1);
    assertNear(10, ticks(diary, 2, 6, 7));
    assertNear(25, ticks(diary, 3, 2, 7));
    Sent tick = sent(diary, 3, 6, 7).get(0);
    assertEquals(tick.micros() / 2, tick.clockMicros());
  }

  @Test
  void churnTakesNodesAwayAndBringsThemBackUpToItsLimit() {
    Diary diary = run("churn:5/s:2@1s+8s");
    int away = 0;
    int most = 0;
    long left = diary.faults.stream().filter(what -> what.startsWith("kill")).count();
    for (String what : diary.faults) {
      away += what.startsWith("kill") ? 1 : -1;
      most = Math.max(most, away);
    }
    assertEquals(2, most);
    assertEquals(0, away);
    assertTrue(left > 8 && left < 60, left + " left");
  }

  @Test
  void whatIsBrokenAtTheEndOfTheOperationsIsMendedThen() {
    Diary diary = run("crash:n3@8s,pause:n4@8s,cut:n0:n1@8s");
    assertTrue(diary.faults.contains("restart n3"));
    assertTrue(diary.faults.contains("resume n4"));
    assertTrue(diary.faults.contains("heal"));
  }

  @Test
  void overlappingFaultsOfOneNodeLeaveItAliveInTheEnd() {
    Diary diary =
        run("crash:n3@1s+4s,crash-keeping:n3@2s+1s,pause:n3@2s+5s,crash:n3@3s+1s,slow:n3:1ms");
    assertEquals(0, ticks(diary, 3, 1.01, 4));
    assertNear(20, ticks(diary, 3, 7, 9));
  }

  @Test
  void aFaultOfANodeThatIsNotThereIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> run("crash:n6@1s+1s"));
  }
}
