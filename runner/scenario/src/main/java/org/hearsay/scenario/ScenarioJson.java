package org.hearsay.scenario;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.List;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LognormalLatency;

/**
 * Weather and faults as JSON, component by component: times in microseconds, nodes by their
 * numbers, and everything written out.
 *
 * <pre>
 * {"latency":{"shape":"range","leastMicros":0,"mostMicros":1000},"loss":0.02, ...}
 * [{"fault":"crash","node":3,"span":{"startMicros":2000000,"durationMicros":1000000}}]
 * </pre>
 */
public final class ScenarioJson {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
  private interface Shaped {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
  private interface Named {}

  private static final ObjectMapper MAPPER = mapper();

  private ScenarioJson() {}

  private static ObjectMapper mapper() {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addMixIn(Latency.class, Shaped.class)
            .addMixIn(Fault.class, Named.class)
            .build();
    mapper.registerSubtypes(
        new NamedType(Latency.Maelstrom.class, "maelstrom"),
        new NamedType(Latency.Range.class, "range"),
        new NamedType(LognormalLatency.class, "lognormal"),
        new NamedType(GeographicLatency.class, "geographic"));
    for (Class<?> fault : Fault.class.getPermittedSubclasses()) {
      mapper.registerSubtypes(new NamedType(fault, KebabCase.of(fault.getSimpleName())));
    }
    return mapper;
  }

  /** Conditions as JSON. */
  public static String of(Conditions conditions) {
    return write(MAPPER.constructType(Conditions.class), conditions);
  }

  /** Faults as JSON. */
  public static String of(List<Fault> faults) {
    return write(MAPPER.constructType(new TypeReference<List<Fault>>() {}), faults);
  }

  private static String write(JavaType type, Object value) {
    try {
      return MAPPER.writerFor(type).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is data can be written", e);
    }
  }

  /**
   * Reads conditions.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Conditions conditions(String json) {
    try {
      return MAPPER.readValue(json, Conditions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Weather as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Reads faults.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static List<Fault> faults(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<List<Fault>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Faults as JSON: " + e.getOriginalMessage(), e);
    }
  }
}
