package org.hearsay.simulation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Graph;
import org.hearsay.simulation.nodes.ColumnNodes;
import org.hearsay.simulation.nodes.Nodes;
import org.hearsay.simulation.nodes.RuntimeNodes;

/** Puts worlds together. */
final class WorldBuilder {
  private WorldBuilder() {}

  static <M extends Message> World build(
      WorldKind kind,
      EventLoop loop,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      Recorder recorder,
      ObserverList observers,
      DiskKind diskKind) {
    if (kind == WorldKind.SCALE && !strategy.guarantees().isNone()) {
      throw new IllegalArgumentException(
          "Guarantees are the runtime's, which the scale world does without");
    }
    int count = settings.cluster().nodeCount();
    long seed = settings.seed();
    Graph graph = settings.cluster().topology().graph(count, seed);
    RumorTable rumors = new RumorTable();
    List<RumorTable> tables =
        strategy.guarantees().isNone()
            ? List.of(rumors)
            : Stream.generate(rumors::view).limit(count).toList();
    Wire wire =
        switch (kind) {
          case FAITHFUL -> new JsonWire(strategy, tables, NodeNames.numbered(count));
          case SCALE -> Wire.ofReferences(new MessageSize(strategy));
        };
    Function<Nodes.Surroundings, Nodes> nodes =
        switch (kind) {
          case FAITHFUL ->
              around -> new RuntimeNodes<>(strategy, graph, seed, rumors, tables, around);
          case SCALE -> around -> new ColumnNodes<>(strategy, graph, seed, around);
        };
    return new World(
        loop,
        settings,
        strategy.membership().isToldTheTruth(),
        wire,
        nodes,
        recorder,
        observers,
        diskKind,
        RetentionWatch.of(strategy));
  }
}
