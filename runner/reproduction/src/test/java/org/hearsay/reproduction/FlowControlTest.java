package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.hearsay.api.Message;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against one slow node that slows the others, and clients that ask a cluster to death. */
final class FlowControlTest {
  private static final double ALLOWED = 0.05;
  private static final Duration QUIET = Duration.ofSeconds(30);

  /** How the nodes but one get on. */
  private static final class Others implements RunObserver {
    private final int left;
    private final Map<Long, Long> births = new HashMap<>();
    private final Histogram latency = new Histogram(3);
    private long messages;

    Others(int left) {
      this.left = left;
    }

    @Override
    public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
      messages += from == left || to == left ? 0 : 1;
    }

    @Override
    public void delivered(long micros, int node, int from, long rumor) {
      if (node == from && node != left) {
        births.put(rumor, micros);
      } else if (node != left && births.containsKey(rumor)) {
        latency.recordValue(micros - births.get(rumor));
      }
    }

    double millis(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e3;
    }
  }

  private static Settings broadcasts(double rate, int seconds) {
    return Settings.challenge(1)
        .with(
            new Settings.Load(
                Settings.Load.Workload.BROADCASTS, rate, Duration.ofSeconds(seconds), QUIET));
  }

  private static ConfiguredStrategy<?, ?> strategy(String name, boolean controlled) {
    return StrategyCatalog.ofClassPath()
        .parse(name)
        .guaranteeing(controlled ? GuaranteeWords.parse("flow") : Guarantees.NONE);
  }

  @ParameterizedTest
  @CsvSource({"delta-ack", "flood"})
  void anyOtherNodeHardlyNoticesThatOneStandsStill(String name) {
    Settings settings = broadcasts(40, 15);
    Others calm = new Others(24);
    Others paused = new Others(24);
    Simulation.run(strategy(name, true), settings, calm);
    Outcome outcome =
        Simulation.run(
            strategy(name, true), settings.with(FaultText.parse("pause:n24@0s+14s")), paused);
    assertTrue(outcome.strict().valid());
    assertTrue(outcome.counts().total(Count.BREAKERS_OPENED) > 0);
    assertAtMost(calm.millis(50), paused.millis(50), "p50");
    assertAtMost(calm.millis(99), paused.millis(99), "p99");
    assertAtMost((double) calm.messages, (double) paused.messages, "messages");
  }

  private static void assertAtMost(double usual, double now, String what) {
    assertTrue(now <= usual * (1 + ALLOWED), what + " " + now + " instead of " + usual);
  }

  private static Outcome busy(String name, boolean controlled, double rate, int seconds) {
    Settings settings = broadcasts(rate, seconds);
    return Simulation.run(
        strategy(name, controlled),
        settings.with(settings.network().conditions().withWorkMicros(10_000)));
  }

  private static double p99(Outcome outcome) {
    return outcome.served().acceptedMicros().getValueAtPercentile(99) / 1e3;
  }

  /** The cluster can do forty a second with flood. */
  @Test
  void clientsThatAskForFiftyTimesWhatIsPossibleAreRefusedAndAcceptedOnesServed() {
    Outcome calm = busy("flood", true, 10, 10);
    Outcome flooded = busy("flood", true, 2_000, 10);
    assertEquals(0, calm.served().refused());
    assertEquals(0, flooded.served().unanswered());
    assertTrue(flooded.served().accepted() > 10 * 20, "accepted " + flooded.served().accepted());
    assertTrue(flooded.served().refused() > 9 * flooded.served().accepted());
    assertTrue(p99(flooded) <= 3 * p99(calm), p99(flooded) + " ms instead of " + p99(calm));
    assertTrue(flooded.counts().most(Count.QUEUED) <= 4 * 1_000);
    assertTrue(flooded.strict().valid());
    double agreedSeconds = flooded.spread().lastMicros() / 1e6;
    assertTrue(agreedSeconds <= 10 + 5, "agreed after " + agreedSeconds);
  }

  @Test
  void withoutFlowControlTheyWaitInVain() {
    assertTrue(busy("flood", false, 400, 5).served().unanswered() > 50);
  }

  @Test
  void theSameOverloadIsTheSameTwice() {
    assertEquals(
        busy("delta-ack", true, 1_000, 1).traceHash(),
        busy("delta-ack", true, 1_000, 1).traceHash());
  }
}
