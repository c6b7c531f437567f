package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards against a change of what goes over the wire that nobody meant: the first lines of small
 * runs, to be read by people.
 */
final class TranscriptTest {
  private static final int LINES = 60;

  /** A seed with a broadcast at each of the three nodes. */
  private static final long SEED = 3;

  @Test
  void allNineAreInstalledAndTheBoundComesLast() {
    assertEquals(
        List.of(
            "deadline-tree",
            "delta-ack",
            "fanout",
            "flood",
            "full-state",
            "median-counter",
            "push-pull",
            "spanning-tree",
            "oracle"),
        Installed.names());
  }

  static Stream<String> strategies() {
    return Installed.names().stream();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aLineOfThreeInFairWeatherReadsAsBefore(String strategy) throws IOException {
    assertReadsAsBefore(strategy, "line", small(Topology.LINE));
  }

  /** Here trees have a link too many, and there is something to repair. */
  @ParameterizedTest
  @MethodSource("strategies")
  void aTriangleThatLosesMessagesReadsAsBefore(String strategy) throws IOException {
    assertReadsAsBefore(strategy, "lossy-triangle", small(Topology.RING).withLoss(0.2));
  }

  private static Settings small(Topology topology) {
    return Settings.challenge(SEED)
        .with(new Settings.Shape(3, topology))
        .with(new Settings.Load(4, Duration.ofSeconds(1), Duration.ofSeconds(3)));
  }

  private static void assertReadsAsBefore(String strategy, String scene, Settings settings)
      throws IOException {
    Transcript transcript = new Transcript(LINES);
    Installed.run(strategy, settings, transcript);
    new GoldenFile("transcripts/" + strategy + "-" + scene + ".txt")
        .assertReproducedBy(transcript.text());
  }
}
