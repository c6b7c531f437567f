package org.hearsay.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.scenario.weather.MatrixLatency;
import org.jspecify.annotations.Nullable;

/**
 * Weather, faults and broadcasts as JSON, each part of it as its text has it; all may be left out.
 * A latency may also be a matrix of milliseconds.
 *
 * <pre>
 * {
 *   "weather": {"latency": "geographic", "loss": 0.02, "burst": "0.01x200ms"},
 *   "faults": ["crash:n3@2s+1s", "partition:one@5s+3s"],
 *   "broadcasts": ["n0@0s", "n3@1500ms"]
 * }
 * {"weather": {"latency": {"matrix_ms": [[0.5, 80], [80, 0.5]], "jitter": 0.15}}}
 * </pre>
 *
 * @param weather as {@link org.hearsay.scenario.weather.WeatherText} reads it
 * @param faults as {@link org.hearsay.scenario.fault.FaultText} does
 * @param broadcasts as {@link org.hearsay.scenario.workload.PlannedBroadcast} does
 */
public record ScenarioFile(
    @Nullable String weather, @Nullable String faults, @Nullable String broadcasts) {
  private static final String BROADCASTS = "broadcasts";
  private static final List<String> KEYS = List.of("weather", "faults", BROADCASTS);
  private static final BigDecimal MICROS_PER_MILLI = BigDecimal.valueOf(1_000);
  private static final BigDecimal MOST_MICROS = BigDecimal.valueOf(3_600_000_000L);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * Reads a scenario.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static ScenarioFile parse(String json) {
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is no JSON: " + e.getOriginalMessage(), e);
    }
    requireThat(root.isObject(), "A scenario is a JSON object, as in {\"weather\": {\"loss\": 0}}");
    root.fieldNames()
        .forEachRemaining(
            key -> requireThat(KEYS.contains(key), key + ": " + suggestion(key, KEYS)));
    return new ScenarioFile(
        weather(root.get("weather")),
        list("faults", root.get("faults")),
        list(BROADCASTS, root.get(BROADCASTS)));
  }

  private static String suggestion(String key, List<String> keys) {
    return Suggestions.didYouMean(key, keys, "keys");
  }

  private static @Nullable String weather(@Nullable JsonNode weather) {
    if (weather == null) {
      return null;
    }
    requireThat(weather.isObject(), "weather must be an object such as {\"loss\": 0.02}");
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : weather.properties()) {
      JsonNode value = part.getValue();
      if (part.getKey().equals("latency") && value.isObject()) {
        parts.add("latency=" + matrix(value).text());
      } else {
        requireThat(
            (value.isTextual() && value.asText().indexOf(',') < 0) || value.isNumber(),
            "weather." + part.getKey() + " must be a number, or a text without commas");
        parts.add(part.getKey() + "=" + value.asText());
      }
    }
    return String.join(",", parts);
  }

  private static MatrixLatency matrix(JsonNode latency) {
    latency
        .fieldNames()
        .forEachRemaining(
            key ->
                requireThat(
                    key.equals("matrix_ms") || key.equals("jitter"),
                    "weather.latency." + key + ": as an object it has matrix_ms and jitter"));
    List<List<Long>> rows = new ArrayList<>();
    for (JsonNode row : latency.path("matrix_ms")) {
      List<Long> micros = new ArrayList<>();
      row.forEach(millis -> micros.add(micros(millis)));
      rows.add(micros);
    }
    JsonNode jitter = latency.path("jitter");
    requireThat(
        jitter.isMissingNode() || jitter.isNumber(), "weather.latency.jitter must be a number");
    return new MatrixLatency(rows, jitter.asDouble(0));
  }

  private static long micros(JsonNode millis) {
    requireThat(millis.isNumber(), "weather.latency.matrix_ms must have rows of numbers");
    BigDecimal micros = millis.decimalValue().multiply(MICROS_PER_MILLI);
    requireThat(
        micros.signum() >= 0 && micros.compareTo(MOST_MICROS) <= 0,
        "weather.latency.matrix_ms must be from 0 to an hour");
    return micros.longValue();
  }

  private static @Nullable String list(String key, @Nullable JsonNode list) {
    if (list == null) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    requireThat(list.isArray(), key + " must be a list of texts");
    requireThat(
        !list.isEmpty() || !key.equals(BROADCASTS), "broadcasts must name one at least, as n0@0s");
    for (JsonNode part : list) {
      requireThat(part.isTextual(), key + " must be a list of texts");
      parts.add(part.asText());
    }
    return String.join(",", parts);
  }

  private static void requireThat(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
