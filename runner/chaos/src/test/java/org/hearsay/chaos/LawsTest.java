package org.hearsay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.api.plugin.Trait;
import org.hearsay.chaos.check.Census;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.check.Laws;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.chaos.check.Upkeep;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.repair.RepairMessage.RepairOffer;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.junit.jupiter.api.Test;

/** Each law is broken by somebody, and only by those. */
class LawsTest {
  private static final Settings CALM =
      Settings.challenge(1)
          .with(new Settings.Shape(4, Topology.LINE))
          .with(
              new Settings.Load(
                  Settings.Load.Workload.BROADCASTS,
                  2,
                  Duration.ofSeconds(2),
                  Duration.ofMinutes(2)));

  /** Nobody was promised an order: there is nothing to note. */
  private static final OrderChecker UNORDERED = new OrderChecker(Order.NONE);

  private static Set<Law> broken(ConfiguredStrategy<?, ?> strategy, Settings settings) {
    return Examination.of(new Trial(strategy, settings)).complaints().stream()
        .map(Complaint::law)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Law.class)));
  }

  @Test
  void aSoundStrategyBreaksNone() {
    assertEquals(Set.of(), broken(sound(), CALM));
  }

  private static ConfiguredStrategy<?, ?> sound() {
    return Misbehaving.with(Misbehaving.Fault.NOTHING, Trait.DELIVERS_TO_ALL, Trait.QUIESCENT);
  }

  @Test
  void whatIsPromisedAndNotDeliveredIsLost() {
    assertEquals(
        EnumSet.of(Law.NOTHING_LOST, Law.AGREEMENT),
        broken(Misbehaving.with(Misbehaving.Fault.TELLS_NOBODY, Trait.DELIVERS_TO_ALL), CALM));
    assertEquals(Set.of(), broken(Misbehaving.with(Misbehaving.Fault.TELLS_NOBODY), CALM));
  }

  @Test
  void underFaultsBeyondItsPromisesAMissNeedsAnExplanation() {
    List<Fault> late = FaultText.parse("cut:n0:n3@1900ms+100ms");
    assertEquals(
        EnumSet.of(Law.NO_UNEXPLAINED_MISS),
        broken(
            Misbehaving.with(Misbehaving.Fault.TELLS_NOBODY, Trait.DELIVERS_TO_ALL),
            CALM.with(late)));
    assertEquals(Set.of(), broken(sound(), CALM.with(late)));
    assertEquals(Set.of(), broken(sound(), CALM.withLoss(0.9)), "lost on the way");
    assertEquals(
        Set.of(), broken(sound(), CALM.with(FaultText.parse("crash:n3@1s+1s"))), "forgotten");
  }

  @Test
  void whoPromisesSilenceIsSilent() {
    assertEquals(
        EnumSet.of(Law.QUIET),
        broken(
            Misbehaving.with(
                Misbehaving.Fault.TICKS_FOR_EVER, Trait.DELIVERS_TO_ALL, Trait.QUIESCENT),
            CALM));
    assertEquals(
        Set.of(),
        broken(Misbehaving.with(Misbehaving.Fault.TICKS_FOR_EVER, Trait.DELIVERS_TO_ALL), CALM));
  }

  /** Whoever has other neighbors has something to say, however long ago clients asked anything. */
  @Test
  void silenceBeginsWhenNeighborsHaveChangedForTheLastTime() {
    Set<Trait> silent = Set.of(Trait.DELIVERS_TO_ALL, Trait.QUIESCENT);
    Census census = new Census();
    Outcome ticking =
        Simulation.run(
            Misbehaving.with(Misbehaving.Fault.TICKS_FOR_EVER, Trait.QUIESCENT), CALM, census);
    assertEquals(List.of(Law.QUIET), laws(silent, ticking, census));
    census.relinked(ticking.endMicros() - 61_000_000, 0);
    assertEquals(List.of(Law.QUIET), laws(silent, ticking, census), "a minute is enough");
    census.relinked(ticking.endMicros() - 59_000_000, 0);
    assertEquals(List.of(), laws(silent, ticking, census), "less is not");
  }

  private static List<Law> laws(Set<Trait> traits, Outcome outcome, Census census) {
    return Laws.judge(new Laws.Promised(traits), outcome, census, UNORDERED).stream()
        .map(Complaint::law)
        .toList();
  }

  @Test
  void aRunThatWouldFillMemoryIsEnded() {
    assertEquals(
        EnumSet.of(Law.BOUNDED_QUEUES),
        broken(Misbehaving.with(Misbehaving.Fault.ANSWERS_TWICE, Trait.QUIESCENT), CALM));
  }

  @Test
  void aRunThatWouldNotEndIsEnded() {
    Census census = new Census();
    Outcome outcome = Simulation.run(sound(), CALM, census);
    assertTrue(census.goOn(new Watch.SoFar(1, 1_000, 1_000, 1, 1)));
    assertFalse(census.goOn(new Watch.SoFar(1, 1_000, 20_000_000, 1, 1)));
    assertEquals(
        List.of(Law.BOUNDED_QUEUES),
        Laws.judge(new Laws.Promised(Set.of()), outcome, census, UNORDERED).stream()
            .map(Complaint::law)
            .toList());
  }

  /** Two nodes that ask and answer once a second, four messages: more is not meant. */
  @Test
  void whatOverlayAndDetectorAreMeantToSendDoesNotEndARunButAnythingBeyondItDoes() {
    Census census = new Census(Integer.MAX_VALUE, new Upkeep(4));
    for (int i = 0; i < 1_000; i++) {
      census.sent(i, i % 2, 1 - i % 2, List.of(new Ping()), new byte[0]);
    }
    assertTrue(census.goOn(soFar(250, 10_001_000)));
    assertFalse(census.goOn(soFar(250, 10_001_001)), "a message more of the strategy's");
    assertFalse(census.goOn(soFar(249, 10_000_001)), "a detector that runs away");
    assertTrue(census.goOn(soFar(249, 10_000_000)));
    assertFalse(census.goOn(soFar(0, 10_000_001)), "while time stands still all is as ever");
    assertFalse(census.goOn(new Watch.SoFar(250_000_000, 100_000_001, 1, 1, 1)), "timers alone");
    census.sent(0, 0, 1, List.of(new Ping(), new Misbehaving.Tell(Rumors.NONE)), new byte[0]);
    census.sent(0, 0, 1, List.of(new RepairOffer(RumorIds.NONE)), new byte[0]);
    census.sent(0, 0, 1, List.of(), new byte[0]);
    assertFalse(census.goOn(soFar(1_000, 10_001_001)), "of others it explains nothing");
  }

  record Ping() implements DetectorMessage {}

  private static Watch.SoFar soFar(long seconds, long messages) {
    return new Watch.SoFar(seconds * 1_000_000, messages, messages, 1, 1);
  }

  @Test
  void upkeepIsThatOfTheClusterAndTheFirstPeriodOfEachPart() {
    ConfiguredMembership all = watched(OverlayTrait.KNOWS_ALL);
    assertEquals(new Upkeep(2 * 105 * 104 * (1 + 1 / 15d)), Upkeep.of(all, 105));
    assertEquals(Upkeep.NONE, Upkeep.of(watched(), 105), "few neighbors each");
    assertEquals(Upkeep.NONE, Upkeep.of(ConfiguredMembership.NONE, 105));
  }

  record Sync(int fanout, Duration sync) {}

  record Beat(Duration interval, Duration timeout) {}

  private static ConfiguredMembership watched(OverlayTrait... traits) {
    return new ConfiguredMembership(
        ConfiguredOverlay.withDefaults(
            OverlayDescriptor.describe("some")
                .summary("Links to some")
                .paper("none")
                .cost("n")
                .traits(traits)
                .build(Hello.class, new Sync(4, Duration.ofSeconds(15)), config -> (node -> {}))),
        ConfiguredDetector.withDefaults(
            DetectorDescriptor.describe("beat")
                .summary("Asks all")
                .paper("none")
                .cost("n")
                .build(
                    Ping.class,
                    new Beat(Duration.ofSeconds(1), Duration.ofMillis(1)),
                    config -> (node -> {}))),
        0);
  }

  record Hello() implements OverlayMessage {}

  @Test
  void aLinkDoesNotTakeThousandsOfMessagesAtOnce() {
    assertEquals(
        EnumSet.of(Law.BOUNDED_QUEUES),
        broken(Misbehaving.with(Misbehaving.Fault.SENDS_THOUSANDS, Trait.DELIVERS_TO_ALL), CALM));
  }

  @Test
  void beforeASlowedNodeMessagesGatherThatNobodyIsToBlameFor() {
    List<Fault> allSlow = FaultText.parse("slow:n0:28ms,slow:n1:28ms,slow:n2:28ms,slow:n3:28ms");
    ConfiguredStrategy<?, ?> flooding =
        Misbehaving.with(Misbehaving.Fault.SENDS_THOUSANDS, Trait.DELIVERS_TO_ALL);
    assertEquals(Set.of(), broken(flooding, CALM.with(allSlow)));
    assertEquals(
        EnumSet.of(Law.BOUNDED_QUEUES), broken(flooding, CALM.with(allSlow.subList(0, 1))));
  }

  @Test
  void noCallbackThrows() {
    assertEquals(
        EnumSet.of(Law.NO_FAILURE), broken(Misbehaving.with(Misbehaving.Fault.THROWS), CALM));
  }

  @Test
  void bothWorldsDeliverTheSame() {
    assertEquals(List.of(), Examination.ofBothWorlds(new Trial(sound(), CALM)).complaints());
    Trial differing = new Trial(Misbehaving.with(Misbehaving.Fault.REMEMBERS_EARLIER_RUNS), CALM);
    assertTrue(Examination.ofBothWorlds(differing).breaks(Law.SAME_IN_BOTH_WORLDS));
  }

  /** The runtime does not let a strategy do either: so the checker is told that it happened. */
  @Test
  void noRumorIsDeliveredTwiceOrFromNowhere() {
    Census census = new Census();
    Set<Trait> traits = Set.of();
    Outcome outcome = Simulation.run(sound(), CALM, census);
    assertEquals(List.of(), Laws.judge(new Laws.Promised(traits), outcome, census, UNORDERED));
    census.delivered(1, 0, 0, 77);
    census.died(2, 0);
    census.delivered(3, 0, 0, 77);
    assertEquals(
        List.of(),
        Laws.judge(new Laws.Promised(traits), outcome, census, UNORDERED),
        "once in each life");
    census.delivered(4, 0, 0, 77);
    assertEquals(
        Law.NOTHING_TWICE,
        Laws.judge(new Laws.Promised(traits), outcome, census, UNORDERED).get(0).law());
    census.delivered(5, 1, 0, 99);
    assertEquals(
        Law.NOTHING_INVENTED,
        Laws.judge(new Laws.Promised(traits), outcome, census, UNORDERED).get(1).law());
  }
}
