package org.hearsay.cli.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.MessageNames;
import org.hearsay.node.plugin.Configured;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.StrategyFailedException;

/** What a plug-in's messages are on the wire: the first of each kind in a small run with loss. */
final class WireExamples implements RunObserver {
  private static final Settings A_SMALL_RUN =
      Settings.challenge(1)
          .with(new Settings.Shape(5, Topology.TOTAL))
          .with(new Settings.Load(10, Duration.ofSeconds(2), Duration.ofSeconds(3)))
          .withLoss(0.1);

  private static final int MOST_CHARS = 160;

  private final Set<String> kinds;
  private final Map<String, String> firstByKind = new LinkedHashMap<>();

  private WireExamples(Set<String> kinds) {
    this.kinds = kinds;
  }

  /** Those of a strategy. */
  static List<String> of(ConfiguredStrategy<?, ?> strategy) {
    return of(strategy, strategy, A_SMALL_RUN);
  }

  /**
   * The kinds of message, each with an example or, if there was none in the run, its members.
   *
   * @param plugin whose
   * @param strategy what runs, the plug-in or something that it is around
   */
  static List<String> of(
      Configured<?> plugin, ConfiguredStrategy<?, ?> strategy, Settings settings) {
    WireExamples examples =
        new WireExamples(
            plugin.descriptor().messageTypes().stream()
                .map(MessageNames::of)
                .collect(Collectors.toSet()));
    List<String> lines = new ArrayList<>();
    lines.add("messages, as they are on the wire");
    try {
      examples.watch(strategy, settings);
    } catch (StrategyFailedException e) {
      lines.add("  " + e.getMessage());
    }
    if (examples.firstByKind.isEmpty()) {
      return List.of("messages  none");
    }
    for (Class<? extends Message> type : plugin.descriptor().messageTypes()) {
      String kind = MessageNames.of(type);
      lines.add("  " + examples.firstByKind.getOrDefault(kind, kind + " of " + members(type)));
    }
    return lines;
  }

  private <M extends Message> void watch(ConfiguredStrategy<?, M> strategy, Settings settings) {
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
        String kind = message.path("type").textValue();
        if (kinds.contains(kind)) {
          firstByKind.putIfAbsent(kind, shortened(Json.text(message)));
        }
      }
    }
  }

  private static String kind(Message message) {
    return MessageNames.of(message.getClass());
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
