package org.hearsay.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.hearsay.process.protocol.Directory;
import org.hearsay.process.protocol.MalformedLineException;
import org.hearsay.process.protocol.Shown;
import org.hearsay.process.protocol.WireClient;
import org.hearsay.process.protocol.WireMessage;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.fault.Cuts;
import org.hearsay.scenario.network.Network;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/** Brings every message from whoever says it to whom it is for, and counts it. */
final class Switchboard {

  /** Takes what arrives for a node; whether it could be told. */
  interface Inlet {
    boolean deliver(byte[] line);
  }

  private final Schedule schedule;
  private final Directory directory;
  private final Network network;
  private final Cuts cuts = new Cuts();
  private final Weather weather;
  private final Map<Long, Long> messagesByLink = new HashMap<>();
  private final Traffic traffic;
  private final IntFunction<Inlet> inlets;
  private long lastId;

  /** A switchboard that brings a node's messages to its inlet. */
  Switchboard(
      Schedule schedule,
      Settings settings,
      Directory directory,
      Traffic traffic,
      IntFunction<Inlet> inlets) {
    this.schedule = schedule;
    this.directory = directory;
    this.traffic = traffic;
    this.inlets = inlets;
    int count = settings.cluster().nodeCount();
    this.network = new Network(schedule, settings.network().model(), count);
    this.weather = new Weather(settings.seed(), settings.network().conditions());
  }

  /** Cuts links. */
  void cut(Cut cut) {
    cuts.add(cut);
    network.cut(cuts.all());
  }

  /** Heals those links. */
  void heal(Cut cut) {
    cuts.remove(cut);
    network.cut(cuts.all());
  }

  /** Lets a client ask a node something. */
  void ask(WireClient client, int node, String type, ObjectNode body, Consumer<JsonNode> onReply) {
    WireMessage request = client.ask(directory.nodes().name(node), type, body, onReply);
    bringFromClient(node, request, line -> inlets.apply(node).deliver(line));
  }

  /** The same, past the node's usual inlet. */
  void askAt(
      Inlet inlet,
      WireClient client,
      int node,
      String type,
      ObjectNode body,
      Consumer<JsonNode> onReply) {
    bringFromClient(node, client.ask(directory.nodes().name(node), type, body, onReply), inlet);
  }

  private void bringFromClient(int node, WireMessage message, Inlet inlet) {
    traffic.clientSent();
    byte[] line = message.line(++lastId);
    network.bringRequest(
        node,
        () -> {
          if (inlet.deliver(line)) {
            traffic.clientReceived();
          }
        });
  }

  /**
   * Takes a line that a node printed.
   *
   * @param micros when it printed it
   * @return the service it is for if it is for one, as there is none here
   * @throws MalformedLineException if Maelstrom could not read it
   */
  @Nullable String take(byte[] line, long micros) throws MalformedLineException {
    WireMessage message = WireMessage.parse(line);
    requireKnown("src", message.src(), line);
    requireKnown("dest", message.dest(), line);
    WireClient client = directory.client(message.dest());
    if (client != null) {
      traffic.clientSent();
      traffic.clientReceived();
      client.receive(message.body());
      return null;
    }
    int from = directory.nodes().number(message.src());
    if (directory.isService(message.dest())) {
      if (from >= 0) {
        traffic.sent(from, line.length + 1);
      }
      return message.dest();
    }
    int to = directory.nodes().number(message.dest());
    if (from < 0) {
      bringFromClient(to, message, inlets.apply(to));
    } else {
      traffic.sent(from, line.length + 1);
      bringFromNode(from, to, micros, message.line(++lastId));
    }
    return null;
  }

  private void bringFromNode(int from, int to, long sentMicros, byte[] line) {
    long link = (long) from << Integer.SIZE | to;
    long draw = weather.draw(from, to, messagesByLink.merge(link, 1L, Long::sum));
    if (!weather.loses(draw)) {
      long lateMicros = schedule.nowMicros() - sentMicros;
      network.bring(
          from,
          to,
          Math.max(0, weather.latencyMicros(from, to, draw) - lateMicros),
          () -> {
            if (inlets.apply(to).deliver(line)) {
              traffic.received(to);
            }
          },
          () -> {});
    }
  }

  private void requireKnown(String role, String name, byte[] line) throws MalformedLineException {
    if (!directory.knows(name)) {
      throw new MalformedLineException(
          "a message whose "
              + role
              + " is nobody's name: \""
              + Shown.start(name)
              + "\""
              + (name.startsWith("c") ? " (there is no such client any more)" : ""),
          line);
    }
  }
}
