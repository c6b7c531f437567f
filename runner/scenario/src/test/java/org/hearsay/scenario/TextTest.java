package org.hearsay.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.fault.Span;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LatencyText;
import org.hearsay.scenario.weather.LognormalLatency;
import org.hearsay.scenario.weather.MatrixLatency;
import org.hearsay.scenario.weather.WeatherText;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against weather and faults that are read as others than were written. */
final class TextTest {
  private static final String ALL_WEATHER =
      "latency=lognormal:50ms:0.5,loss=0.02,burst=0.01x200msx0.5,duplicate=0.01,reorder=0.05x50ms"
          + ",bandwidth=100kB/s,corrupt=0.001,truncate=0.002,work=10ms";
  private static final String ALL_FAULTS =
      "partition:one@2s+3s,partition:majorities-ring,partition:3-groups@2s,cut:n1+n2:n3@1s+5s"
          + ",flap:n1:n2:500ms@1s+5s,crash:n3@2s+1s,crash-keeping:n3@2s+1500ms,pause:n4@1s+2s"
          + ",slow:n5:20ms@1s+5s,skew:n2:-300ms@1s+5s,drift:n2:1.01,churn:0.5/s@0s+10s"
          + ",churn:2/s:3,leave:n3@2s+1s,outage:0.8@5s,outage:1@5s+2s,restless:0.5:4s@5s+1s"
          + ",hang:8:2s:100ms@5s";

  @Test
  void allWeatherIsWrittenAsItIsRead() {
    assertEquals(ALL_WEATHER, WeatherText.of(weather(ALL_WEATHER)));
    assertEquals(
        Conditions.of(new LognormalLatency(50_000, 0.5), 0.02)
            .with(new Conditions.Bursts(0.01, 200_000, 0.5))
            .withDuplicate(0.01)
            .with(new Conditions.Reordering(0.05, 50_000))
            .withBytesPerSecond(100_000)
            .withDamage(0.001, 0.002)
            .withWorkMicros(10_000),
        weather(ALL_WEATHER));
  }

  @Test
  void whatIsNotMentionedIsAsInAChallenge() {
    assertEquals(Settings.challenge(1).network().conditions(), weather(""));
    assertEquals("latency=100ms", WeatherText.of(weather("")));
    assertEquals(1, weather("burst=0.01x200ms").bursts().loss());
  }

  @Test
  void allFaultsAreWrittenAsTheyAreRead() {
    assertEquals(ALL_FAULTS, FaultText.of(FaultText.parse(ALL_FAULTS)));
    assertEquals(List.of(), FaultText.parse(""));
  }

  @Test
  void aFaultIsWhatItsTextSays() {
    Span span = new Span(1_000_000, 5_000_000);
    assertEquals(
        List.of(
            new Fault.Split(Partition.Kind.MINORITY_THIRD, span),
            new Fault.OneWayCut(List.of(1, 2), List.of(3), span),
            new Fault.Skew(2, -300_000, Span.WHOLE_RUN),
            new Fault.Churn(0.5, Fault.Churn.NO_LIMIT, new Span(3_000_000, Span.FOREVER))),
        FaultText.parse(
            "partition:minority-third@1s+5s,cut:n1+n2:n3@1s+5s,skew:n2:-300ms,churn:0.5/s@3s"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "los=0.1|did you mean \"loss\"?",
        "loss|expected a number such as 0.02",
        "loss=2|a probability from 0 to 1",
        "loss=0.1,loss=0.2|twice",
        "burst=0.1|such as 0.01x200ms",
        "reorder=0.1x5|a time such as 2s, 250ms or 80us",
        "bandwidth=5|a rate such as 100kB/s",
        "latency=fast|a latency such as 100ms",
        "corrupt=-1|a probability from 0 to 1"
      })
  void badWeatherIsRefusedWithWhatToWrite(String text, String clause) {
    assertRefused(text, clause, () -> weather(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crush:n3|did you mean \"crash\"?",
        "crash|expected the form of crash:n3@2s+1s",
        "crash:3|a node such as n3",
        "crash:n3@2+1s|a time such as 2s, 250ms or 80us",
        "crash:n3@2s+0s|take no time",
        "partition:half|one, minority-third, majority, majorities-ring",
        "partition:1-groups|two groups or more",
        "churn:0.5|a rate such as 0.5/s",
        "churn:0/s|a rate above 0",
        "slow:n1:0ms|must take longer",
        "drift:n1:0|from 0.01 to 100",
        "flap:n1:n2:1us|cannot flap faster",
        "flap:n1:n1:1s|needs two nodes",
        "cut:n1+n2:n3+n1|on both sides",
        "pause:n1@1s+1000001s|no longer than 1000000s",
        "skew:n1:-1000001s|no longer than 1000000s",
        "pause:n1,,pause:n2|faults: partition"
      })
  void badFaultsAreRefusedWithWhatToWrite(String text, String clause) {
    assertRefused(text, clause, () -> FaultText.parse(text));
  }

  private static void assertRefused(String text, String clause, Executable parsing) {
    IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, parsing, text);
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains(clause), message);
  }

  @Test
  void everyLatencyComesBackFromItsText() {
    for (Latency latency :
        List.of(
            new Latency.Maelstrom(Latency.Distribution.UNIFORM, 30),
            new Latency.Range(1, 2),
            new LognormalLatency(50_000, 0.5),
            new GeographicLatency(),
            new MatrixLatency(List.of(List.of(0L, 80_000L), List.of(70_500L, 0L)), 0.15))) {
      assertEquals(latency, LatencyText.parse(latency.text()));
    }
  }

  @Test
  void aMatrixSaysHowLongItTakesFromPlaceToPlace() {
    Latency latency = LatencyText.parse("matrix:1ms+80ms/90ms+2ms:0.5");
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        long base = List.of(List.of(1, 80), List.of(90, 2)).get(from % 2).get(to % 2) * 1_000L;
        assertEquals(base, latency.micros(7, from, to, 0), from + " to " + to);
        assertEquals(1.5 * base, (double) latency.micros(7, from, to, -1), 1, from + " to " + to);
      }
    }
    assertRefused("matrix:1ms+2ms", "as many rows", () -> LatencyText.parse("matrix:1ms+2ms"));
    assertRefused("matrix:1ms:-1", "jitter", () -> LatencyText.parse("matrix:1ms:-1"));
  }

  @Test
  void theMeanOfALatencyIsThatOfItsDraws() {
    for (String text :
        List.of(
            "100ms",
            "80ms..120ms",
            "uniform:100ms",
            "exponential:100ms",
            "lognormal:50ms:0.5",
            "geographic",
            "matrix:1ms+80ms/90ms+2ms:0.15")) {
      Latency latency = LatencyText.parse(text);
      SeededRandom random = new SeededRandom(1, 1);
      double sum = 0;
      for (int i = 0; i < 100_000; i++) {
        sum += latency.micros(i, random.nextInt(25), random.nextInt(1000), random.nextLong());
      }
      assertEquals(1, sum / 100_000 / latency.meanMicros(), 0.02, text);
    }
  }

  @Test
  void aScenarioFileHasWeatherFaultsAndBroadcasts() {
    ScenarioFile file =
        ScenarioFile.parse(
            """
            {"weather": {"latency": {"matrix_ms": [[0.5, 80], [80, 0.5]], "jitter": 0.15},
                         "loss": 0.02, "burst": "0.01x200ms"},
             "faults": ["crash:n3@2s+1s", "partition:one@5s+3s"],
             "broadcasts": ["n0@0s", "n3@1500ms"]}
            """);
    assertEquals(
        "latency=matrix:500us+80ms/80ms+500us:0.15,loss=0.02,burst=0.01x200ms", file.weather());
    assertEquals("crash:n3@2s+1s,partition:one@5s+3s", file.faults());
    assertEquals("n0@0s,n3@1500ms", file.broadcasts());
    assertEquals(new ScenarioFile(null, null, null), ScenarioFile.parse("{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|no JSON",
        "[]|JSON object",
        "{\"wether\":{}}|(keys: weather, faults, broadcasts)",
        "{\"weather\":\"loss=0.1\"}|object",
        "{\"weather\":{\"loss\":[1]}}|weather.loss must be",
        "{\"weather\":{\"latency\":{\"matrix\":[]}}}|weather.latency.matrix",
        "{\"weather\":{\"latency\":{\"matrix_ms\":[[1],[2]]}}}|as many rows as columns",
        "{\"weather\":{\"latency\":{\"matrix_ms\":[[\"1\"]]}}}|rows of numbers",
        "{\"weather\":{\"latency\":{\"matrix_ms\":[[1e400]]}}}|from 0 to an hour",
        "{\"weather\":{\"latency\":{\"matrix_ms\":[[1]],\"jitter\":\"x\"}}}|jitter must be",
        "{\"weather\":{\"loss\":\"0.1,duplicate=0.1\"}}|without commas",
        "{\"faults\":\"crash:n1\"}|faults must be a list of texts",
        "{\"faults\":[],\"faults\":[]}|Duplicate",
        "{\"broadcasts\":[]}|must name one at least"
      })
  void aBadScenarioFileIsRefusedWithWhatToWrite(String json, String clause) {
    assertRefused(json, clause, () -> ScenarioFile.parse(json));
  }

  @Test
  void broadcastsComeBackFromTheirText() {
    String text = "n0@0s,n3@1500ms";
    assertEquals(text, PlannedBroadcast.text(PlannedBroadcast.parse(text)));
    assertRefused("3@1s", "n3@1500ms", () -> PlannedBroadcast.parse("3@1s"));
    assertRefused("n3", "n3@1500ms", () -> PlannedBroadcast.parse("n3"));
  }

  @Test
  void aRunInRoughWeatherIsReplayedInTheSameWeather() {
    Settings settings =
        Settings.challenge(3)
            .with(weather("loss=0.02,duplicate=0.1"))
            .with(FaultText.parse("crash:n3@2s+1s,churn:0.5/s:3"));
    assertEquals(
        "runner/bin/runner simulate --strategy=flood --node-count=25 --topology=grid"
            + " --weather=latency=100ms,loss=0.02,duplicate=0.1 --network=maelstrom --rate=100"
            + " --time-limit=20 --quiet=10 --nemesis=none --nemesis-interval=10"
            + " --seed=3 --faults=crash:n3@2s+1s,churn:0.5/s:3",
        ReplayCommand.of("flood", settings));
  }

  private static Conditions weather(String text) {
    return WeatherText.parse(text, Settings.challenge(1).network().conditions());
  }
}
