package org.hearsay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.StrategyFailedException;

/** What a strategy's messages are on the wire: the first of each kind in a small run with loss. */
final class WireExamples implements RunObserver {
  private static final int NODES = 5;
  private static final double LOSS = 0.1;
  private static final int MOST_CHARS = 160;

  private final Map<String, String> firstByKind = new LinkedHashMap<>();

  private WireExamples() {}

  /** The kinds of message, each with an example or, if there was none in the run, its members. */
  static List<String> of(ConfiguredStrategy<?, ?> strategy) {
    WireExamples examples = new WireExamples();
    List<String> lines = new ArrayList<>();
    lines.add("messages, as they are on the wire");
    try {
      examples.watch(strategy);
    } catch (StrategyFailedException e) {
      lines.add("  " + e.getMessage());
    }
    for (Class<? extends Message> type : strategy.descriptor().messageTypes()) {
      String kind = KebabCase.of(type.getSimpleName());
      lines.add("  " + examples.firstByKind.getOrDefault(kind, kind + " of " + members(type)));
    }
    return lines;
  }

  private <M extends Message> void watch(ConfiguredStrategy<?, M> strategy) {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Shape(NODES, Topology.TOTAL))
            .with(new Settings.Load(10, Duration.ofSeconds(2), Duration.ofSeconds(3)))
            .withLoss(LOSS);
    Simulation.run(strategy, settings, this);
  }

  private static String members(Class<? extends Message> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(part -> part.getName() + " (" + part.getType().getSimpleName() + ")")
        .collect(Collectors.joining(", "));
  }

  @Override
  public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
    if (envelope.stream().anyMatch(message -> !firstByKind.containsKey(kind(message)))) {
      for (JsonNode message : messages(line)) {
        firstByKind.putIfAbsent(message.path("type").textValue(), shortened(Json.text(message)));
      }
    }
  }

  private static String kind(Message message) {
    return KebabCase.of(message.getClass().getSimpleName());
  }

  private static JsonNode messages(byte[] line) {
    try {
      return Json.parse(line).path("body").path("messages");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A node wrote what cannot be read", e);
    }
  }

  private static String shortened(String json) {
    return json.length() <= MOST_CHARS ? json : json.substring(0, MOST_CHARS) + "...";
  }
}
