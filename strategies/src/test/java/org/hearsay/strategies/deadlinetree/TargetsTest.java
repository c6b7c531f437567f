package org.hearsay.strategies.deadlinetree;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.check.SetFull;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.strategies.flood.FloodModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards against spending more than a latency target needs, against missing it, and against losing
 * anything: the four classes of the frontier under the challenge's load, in fair weather and under
 * every fault. {@code mvn verify -Psoak} takes 100 seeds.
 */
final class TargetsTest {
  private static final int SEEDS = Integer.getInteger("hearsay.seeds", 1);
  private static final String LOWEST = "deadline-tree:latency=100ms";
  private static final String MIDDLE = "deadline-tree:latency=630ms";
  private static final String CHEAPEST = "deadline-tree:latency=1850ms";
  private static final String SPREAD = "deadline-tree:latency=850ms,roots=3,degree=5";

  private static final StrategyCatalog CATALOG =
      StrategyCatalog.of(new DeadlineTreeModule(), new FloodModule());

  private static Outcome run(String spec, Settings settings, RunObserver... observers) {
    return run(CATALOG.parse(spec), settings, observers);
  }

  private static <M extends Message> Outcome run(
      ConfiguredStrategy<?, M> strategy, Settings settings, RunObserver... observers) {
    return Simulation.run(strategy, settings, observers);
  }

  @ParameterizedTest
  @CsvSource({
    MIDDLE + ", 1.2, 400, 600",
    CHEAPEST + ", 0.5, 1000, 2000",
    "'" + SPREAD + "', 2.0, 500, 900"
  })
  void aTargetIsMetAtItsPrice(String spec, double messages, long median, long most) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Outcome outcome = run(spec, Settings.challenge(seed));
      String account = spec + ", seed " + seed + ": ";
      SetFull seen = outcome.maelstrom().workload();
      assertTrue(
          outcome.messagesPerOperation() <= messages,
          () -> account + outcome.messagesPerOperation() + " messages per operation");
      assertTrue(
          seen.stableLatencyMillis(0.5) <= median,
          () -> account + seen.stableLatencyMillis(0.5) + " ms p50");
      assertTrue(
          seen.stableLatencyMillis(1) <= most,
          () -> account + seen.stableLatencyMillis(1) + " ms max");
    }
  }

  /**
   * The lowest class asks for 12.4 messages per operation, which is 24.8 per broadcast where half
   * of all operations are broadcasts; telling all takes 24, and a fiftieth for losing none. It asks
   * for a median of 80 ms as well, which no strategy has here: all deliveries take a link of 101
   * ms, and with 50 reads a second half of all rumors are missed by one that begins 83 ms after
   * them, or 78 to 87 by the seed. So it is held to what a flood has where all are neighbors, and a
   * millisecond, as one seed of a hundred is by that much slower.
   */
  @Test
  void whoTellsAllSpendsLittleMoreAndIsAsFastAsALink() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      Settings settings = Settings.challenge(seed);
      Settings linked =
          settings.with(new Settings.Shape(settings.cluster().nodeCount(), Topology.TOTAL));
      Outcome outcome = run(LOWEST, settings);
      SetFull seen = outcome.maelstrom().workload();
      long flood = run("flood", linked).maelstrom().workload().stableLatencyMillis(0.5);
      String account = LOWEST + ", seed " + seed + ": ";
      assertTrue(
          outcome.messagesPerBroadcast() < 24 * 1.02,
          () -> account + outcome.messagesPerBroadcast() + " messages per broadcast");
      assertTrue(
          seen.stableLatencyMillis(0.5) <= flood + 1,
          () -> account + seen.stableLatencyMillis(0.5) + " ms p50, a flood " + flood);
      assertTrue(
          seen.stableLatencyMillis(1) <= 110,
          () -> account + seen.stableLatencyMillis(1) + " ms max");
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(LOWEST, MIDDLE, CHEAPEST, SPREAD)
        .flatMap(
            spec ->
                Stream.of(
                        new Faults(Nemesis.PARTITION, Duration.ofSeconds(2)),
                        new Faults(Nemesis.PARTITION, Duration.ofSeconds(5)),
                        new Faults(Nemesis.PARTITION, Duration.ofSeconds(10)),
                        new Faults(Nemesis.PAUSE, Duration.ofSeconds(5)),
                        new Faults(Nemesis.KILL, Duration.ofSeconds(5)))
                    .map(faults -> Arguments.of(spec, faults)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingIsLostUnderFaults(String spec, Faults faults) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNothingLost(run(spec, Settings.challenge(seed).with(faults)));
    }
  }

  @ParameterizedTest
  @CsvSource({LOWEST, MIDDLE, CHEAPEST, "'" + SPREAD + "'"})
  void nothingIsLostWhereMessagesAre(String spec) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertNothingLost(run(spec, Settings.challenge(seed).withLoss(0.05)));
    }
  }

  /** Knows for how long at most a node that was never paused went without what another knew. */
  private static final class Waits implements RunObserver {
    private static final Pattern PAUSE = Pattern.compile("pause n(\\d+)");
    private final Map<Long, Long> born = new HashMap<>();
    private final Map<Long, Integer> origins = new HashMap<>();
    private final Set<Integer> paused = new HashSet<>();
    private long longestMicros;

    @Override
    public void delivered(long micros, int node, int from, long rumor) {
      long wait = micros - born.computeIfAbsent(rumor, unused -> micros);
      int origin = origins.computeIfAbsent(rumor, unused -> node);
      if (!paused.contains(node) && !paused.contains(origin)) {
        longestMicros = Math.max(longestMicros, wait);
      }
    }

    @Override
    public void fault(long micros, String what) {
      Matcher fault = PAUSE.matcher(what);
      if (fault.matches()) {
        paused.add(Integer.parseInt(fault.group(1)));
      }
    }
  }

  /** In a tree of degree 5 nodes 1 to 5 pass rounds on: seeds are tried until one pauses often. */
  @Test
  void whoseParentIsSilentHearsFromOthers() {
    String spec = "deadline-tree:latency=1s,degree=5";
    Faults pauses = new Faults(Nemesis.PAUSE, Duration.ofSeconds(10));
    int silent = 0;
    for (int seed = 1; silent < SEEDS; seed++) {
      Waits waits = new Waits();
      run(spec, Settings.challenge(seed).with(pauses), waits);
      if (!waits.paused.contains(0) && waits.paused.stream().anyMatch(node -> node <= 5)) {
        silent++;
        String account = spec + ", seed " + seed + ": ";
        assertTrue(waits.longestMicros < 3_500_000, () -> account + waits.longestMicros + " us");
      }
    }
  }

  /** Knows when rumors began and were everywhere, and when partitions began and ended. */
  private static final class Heals implements RunObserver {
    static final long BOUND_MICROS = 2_000_000;

    private final Map<Long, Long> born = new HashMap<>();
    private final Map<Long, Long> everywhere = new HashMap<>();
    private final List<Long> heals = new ArrayList<>();
    private final List<Long> cuts = new ArrayList<>();

    @Override
    public void delivered(long micros, int node, int from, long rumor) {
      born.putIfAbsent(rumor, micros);
      everywhere.put(rumor, micros);
    }

    @Override
    public void fault(long micros, String what) {
      (what.equals("heal") ? heals : cuts).add(micros);
    }

    /** The longest time from a heal that lasts until all that began before it was everywhere. */
    long slowestMicros() {
      long slowest = 0;
      for (long heal : heals) {
        boolean lasts = cuts.stream().noneMatch(cut -> cut > heal && cut < heal + BOUND_MICROS);
        for (Map.Entry<Long, Long> rumor : born.entrySet()) {
          if (lasts && rumor.getValue() <= heal) {
            slowest = Math.max(slowest, everywhere.getOrDefault(rumor.getKey(), 0L) - heal);
          }
        }
      }
      return slowest;
    }
  }

  /** A fault hits any node: seeds are tried until it was node 0, the first tree's root, often. */
  @ParameterizedTest
  @CsvSource({LOWEST, MIDDLE, CHEAPEST, "'" + SPREAD + "'"})
  void nothingIsLostWhenTheRootIsKilled(String spec) {
    Faults kills = new Faults(Nemesis.KILL, Duration.ofSeconds(5));
    int killed = 0;
    for (int seed = 1; killed < SEEDS; seed++) {
      List<Integer> dead = new ArrayList<>();
      RunObserver deaths =
          new RunObserver() {
            @Override
            public void died(long micros, int node) {
              dead.add(node);
            }
          };
      Outcome outcome = run(spec, Settings.challenge(seed).with(kills), deaths);
      if (dead.contains(0)) {
        killed++;
        assertNothingLost(outcome);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({LOWEST, MIDDLE, CHEAPEST, "'" + SPREAD + "'"})
  void everythingIsEverywhereSoonAfterAHeal(String spec) {
    for (int interval : new int[] {2, 5, 10}) {
      Faults faults = new Faults(Nemesis.PARTITION, Duration.ofSeconds(interval));
      for (int seed = 1; seed <= SEEDS; seed++) {
        Heals heals = new Heals();
        run(spec, Settings.challenge(seed).with(faults), heals);
        String account = spec + ", partitions of " + interval + " s, seed " + seed + ": ";
        assertTrue(
            heals.slowestMicros() <= Heals.BOUND_MICROS,
            () -> account + heals.slowestMicros() + " us");
      }
    }
  }

  private static void assertNothingLost(Outcome outcome) {
    assertTrue(
        outcome.strict().valid(),
        () -> outcome.strategy() + ", seed " + outcome.settings().seed() + ": " + outcome.strict());
  }
}
