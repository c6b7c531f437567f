package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against strategies that do not get along with a log that lets go: that lose what is kept,
 * or ask again and again for what is gone.
 */
final class RetentionWorldsTest {
  private static final long SECOND = 1_000_000;

  private static Settings settings(long seed, Duration limit) {
    return Settings.challenge(seed)
        .with(new Settings.Shape(9, Topology.GRID))
        .with(new Settings.Load(20, limit, Duration.ofSeconds(60)));
  }

  private static ConfiguredStrategy<?, ?> keeping(String name, String option, String value) {
    return Installed.parse(name).guaranteeing(GuaranteeWords.parse(Map.of(option, value)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"delta-ack", "spanning-tree", "push-pull", "full-state", "flood", "deadline-tree"})
  void whatIsKeptIsTheSameKnowledgeEverywhere(String name) {
    ConfiguredStrategy<?, ?> strategy = keeping(name, "retain-count", "40");
    for (long seed = 1; seed <= 2; seed++) {
      Settings settings = settings(seed, Duration.ofSeconds(15));
      Outcome outcome = Installed.run(WorldKind.FAITHFUL, strategy, settings.withLoss(0.05));
      assertTrue(outcome.strict().valid(), () -> Installed.account(outcome));
      assertNotNull(outcome.retention());
      assertTrue(outcome.retention().valid(), () -> outcome.retention().toString());
      assertTrue(outcome.counts().together().getOrDefault(Count.COLLECTED, 0L) > 0);
      assertTrue(outcome.counts().together().getOrDefault(Count.RETAINED, 0L) <= 40);
    }
  }

  /** How many messages were sent, but for the last seconds and in them. */
  private static final class Sent implements RunObserver {
    private int inTime;
    private int late;

    @Override
    public void sent(long micros, int from, int to, List<? extends Message> all, byte[] line) {
      if (micros < 100 * SECOND) {
        inTime++;
      } else {
        late++;
      }
    }
  }

  /** Node 3 is away until the others have given up waiting for it, and comes back empty. */
  @ParameterizedTest
  @ValueSource(strings = {"delta-ack", "spanning-tree", "push-pull", "full-state", "flood"})
  void whoComesLateIsToldWhatIsGoneAndThenAsksNoMore(String name) {
    ConfiguredStrategy<?, ?> strategy = keeping(name, "retain", "2s");
    Settings settings =
        settings(1, Duration.ofSeconds(60)).with(FaultText.parse("crash:n3@2s+50s"));
    Sent sent = new Sent();
    Outcome outcome = Installed.run(WorldKind.FAITHFUL, strategy, settings, sent);
    assertTrue(outcome.strict().valid(), () -> Installed.account(outcome));
    assertTrue(
        outcome.counts().together().getOrDefault(Count.EXPIRED, 0L) > 0,
        () -> "" + outcome.counts());
    assertTrue(
        outcome.counts().together().getOrDefault(Count.FORGONE, 0L) > 0,
        () -> "" + outcome.counts());
    switch (name) {
      case "push-pull" -> assertTrue(sent.late <= 9 * 5 * 21, () -> sent.late + " messages");
      case "full-state" -> assertTrue(sent.late <= 24 * 10 * 21, () -> sent.late + " messages");
      default -> assertEquals(0, sent.late);
    }
    assertTrue(sent.inTime > 0);
  }
}
