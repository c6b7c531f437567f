package org.hearsay.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.fault.Span;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LognormalLatency;
import org.hearsay.scenario.weather.WeatherText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against weather and faults that are read as others than were written. */
final class TextTest {
  private static final String ALL_WEATHER =
      "latency=lognormal:50ms:0.5,loss=0.02,burst=0.01x200msx0.5,duplicate=0.01,reorder=0.05x50ms"
          + ",bandwidth=100kB/s,corrupt=0.001,truncate=0.002";
  private static final String ALL_FAULTS =
      "partition:one@2s+3s,partition:majorities-ring,partition:3-groups@2s,cut:n1+n2:n3@1s+5s"
          + ",flap:n1:n2:500ms@1s+5s,crash:n3@2s+1s,crash-keeping:n3@2s+1500ms,pause:n4@1s+2s"
          + ",slow:n5:20ms@1s+5s,skew:n2:-300ms@1s+5s,drift:n2:1.01,churn:0.5/s@0s+10s"
          + ",churn:2/s:3";

  @Test
  void allWeatherIsWrittenAsItIsRead() {
    assertEquals(ALL_WEATHER, WeatherText.of(WeatherText.parse(ALL_WEATHER)));
    assertEquals(
        Conditions.of(new LognormalLatency(50_000, 0.5), 0.02)
            .with(new Conditions.Bursts(0.01, 200_000, 0.5))
            .withDuplicate(0.01)
            .with(new Conditions.Reordering(0.05, 50_000))
            .withBytesPerSecond(100_000)
            .withDamage(0.001, 0.002),
        WeatherText.parse(ALL_WEATHER));
  }

  @Test
  void whatIsNotMentionedIsAsInAChallenge() {
    assertEquals(Settings.challenge(1).network().conditions(), WeatherText.parse(""));
    assertEquals("latency=100ms", WeatherText.of(WeatherText.parse("")));
    assertEquals(1, WeatherText.parse("burst=0.01x200ms").bursts().loss());
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
    assertRefused(text, clause, () -> WeatherText.parse(text));
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
  void weatherAndFaultsComeBackFromJson() {
    for (Latency latency :
        List.of(
            new Latency.Maelstrom(Latency.Distribution.UNIFORM, 30),
            new Latency.Range(1, 2),
            new LognormalLatency(50_000, 0.5),
            new GeographicLatency())) {
      Conditions conditions = WeatherText.parse(ALL_WEATHER).with(latency);
      assertEquals(conditions, ScenarioJson.conditions(ScenarioJson.of(conditions)));
    }
    List<Fault> faults = FaultText.parse(ALL_FAULTS);
    assertEquals(faults, ScenarioJson.faults(ScenarioJson.of(faults)));
  }

  @Test
  void aFaultAsJsonHasItsNameAndItsComponents() {
    assertEquals(
        "[{\"fault\":\"crash-keeping\",\"node\":3,"
            + "\"span\":{\"startMicros\":2000000,\"durationMicros\":1000000}}]",
        ScenarioJson.of(FaultText.parse("crash-keeping:n3@2s+1s")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"fault\":\"crash\",\"node\":3}]",
        "[{\"fault\":\"crush\",\"node\":3}]",
        "[{\"fault\":\"crash\",\"knot\":3,\"span\":{\"startMicros\":0,\"durationMicros\":1}}]",
        "[{\"fault\":\"drift\",\"node\":3,\"rate\":0,"
            + "\"span\":{\"startMicros\":0,\"durationMicros\":1}}]",
        "[] []",
        "{"
      })
  void jsonWithSomethingMissingOrUnknownOrOutOfBoundsIsRefused(String json) {
    assertThrows(IllegalArgumentException.class, () -> ScenarioJson.faults(json));
  }

  @Test
  void aRunInRoughWeatherIsReplayedInTheSameWeather() {
    Settings settings =
        Settings.challenge(3)
            .with(WeatherText.parse("loss=0.02,duplicate=0.1"))
            .with(FaultText.parse("crash:n3@2s+1s,churn:0.5/s:3"));
    assertEquals(
        "runner/bin/runner simulate --strategy=flood --node-count=25 --topology=grid"
            + " --weather=latency=100ms,loss=0.02,duplicate=0.1 --network=maelstrom --rate=100"
            + " --time-limit=20 --quiet=10 --nemesis=none --nemesis-interval=10"
            + " --seed=3 --faults=crash:n3@2s+1s,churn:0.5/s:3",
        ReplayCommand.of("flood", settings));
  }
}
