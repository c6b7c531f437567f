package org.hearsay.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run as data, a line of JSON in files. Equal runs have equal lines: there is nothing in it of
 * the clock, the machine or the JDK.
 *
 * @param schema the version of this form
 * @param world where the strategy ran: {@code simulation}
 * @param strategy its name
 * @param config the value of each of its options
 * @param seed decided every random choice
 * @param command runs exactly this again
 * @param settings everything else that decided the run
 * @param metrics what was measured
 * @param traceHash a hash over every message and delivery, in hexadecimal
 * @param latencyHistogram delivery latencies in microseconds, see {@link LatencyHistogram#encode}
 */
@JsonPropertyOrder({
  "schema",
  "world",
  "strategy",
  "config",
  "seed",
  "command",
  "settings",
  "metrics",
  "trace_hash",
  "latency_histogram"
})
public record RunRecord(
    int schema,
    String world,
    String strategy,
    Map<String, String> config,
    long seed,
    String command,
    RunSettings settings,
    Measurements metrics,
    String traceHash,
    String latencyHistogram) {

  /** The version of the form that this program writes. */
  public static final int SCHEMA = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Keeps a copy of the options, in their order. */
  public RunRecord {
    config = Collections.unmodifiableMap(new LinkedHashMap<>(config));
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no record of this form
   */
  public static RunRecord ofJson(String line) {
    try {
      return MAPPER.readValue(line, RunRecord.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a run record: " + e.getOriginalMessage(), e);
    }
  }

  /** The record as one line, without the line's end. */
  public String json() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record can always be written", e);
    }
  }

  /** The options as the command line takes them: {@code key=value,key=value}. */
  public String configText() {
    return config.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(","));
  }
}
