package org.hearsay.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hearsay.node.codec.Json;

/** A node that floods, in a few lines, with one fault; as a program and as an object. */
final class SmallNode {
  private static final long MUTE_MICROS = 2_000_000;
  private static final int FEW = 200;

  /** What is wrong with it. */
  enum Fault {
    NONE,
    /** Reads of node n0 show no even value. */
    HIDES,
    /** A node keeps no more than the last values that it learned; harmless where it may. */
    KEEPS_FEW,
    /** The same, and n1 does not take every tenth value from peers. */
    KEEPS_FEW_AND_LOSES,
    /** Reads show each value twice. */
    REPEATS,
    /** Reads show a value that nobody broadcast. */
    INVENTS,
    /** Node n1 says nothing any more two seconds after its start. */
    MUTES,
    /** Node n1 answers its third broadcast with text. */
    GARBAGE,
    /** Node n1 prints an empty line at its third broadcast. */
    EMPTY_LINE,
    /** Node n1 writes to a node that there is not at its third broadcast. */
    STRANGER,
    /** Replies have a key too many. */
    EXTRA_KEY,
    /** Node n1 ends at its third broadcast, with a word to standard error. */
    DIES,
    /** Topology is answered twice, init with all of init in the answer; harmless. */
    CHATTY,
    /** Every node greets n0 when it is born; harmless. */
    GREETS,
    /** Node n1 does not answer init. */
    HANGS,
    /** Node n1 answers init with an error. */
    REFUSES,
    /** Node n1 acknowledges its third broadcast six seconds late. */
    LATE
  }

  private final Fault fault;
  private final LongSupplier nowMicros;
  private final Consumer<String> out;
  private final Runnable death;
  private final Set<Integer> known = new HashSet<>();
  private final Set<Integer> values = new LinkedHashSet<>();
  private final List<Runnable> afterSixSeconds = new ArrayList<>();
  private final long startMicros;
  private JsonNode neighbors = Json.array();
  private String name = "";
  private int broadcasts;
  private int greetings;

  SmallNode(Fault fault, LongSupplier nowMicros, Consumer<String> out, Runnable death) {
    this.fault = fault;
    this.nowMicros = nowMicros;
    this.out = out;
    this.death = death;
    this.startMicros = nowMicros.getAsLong();
  }

  /** What it would do six seconds later; whoever runs it has the clock. */
  List<Runnable> afterSixSeconds() {
    return afterSixSeconds;
  }

  /** How often it was greeted. */
  int greetings() {
    return greetings;
  }

  void handle(JsonNode message) {
    JsonNode body = message.path("body");
    if (is(Fault.MUTES) && nowMicros.getAsLong() - startMicros > MUTE_MICROS) {
      return;
    }
    switch (body.path("type").asText()) {
      case "init" -> {
        name = body.path("node_id").asText();
        if (is(Fault.REFUSES)) {
          ObjectNode error = reply(message, "error");
          error.withObject("/body").put("code", 13).put("text", "not today");
          print(error);
        } else if (!is(Fault.HANGS)) {
          ObjectNode reply = reply(message, "init_ok");
          if (fault == Fault.CHATTY) {
            reply.withObject("/body").put("node_id", name);
          }
          print(reply);
          if (fault == Fault.GREETS) {
            print(envelope("n0", "hello"));
          }
        }
      }
      case "topology" -> {
        neighbors = body.path("topology").path(name);
        print(reply(message, "topology_ok"));
        if (fault == Fault.CHATTY) {
          print(reply(message, "topology_ok"));
        }
      }
      case "broadcast" -> broadcast(message);
      case "read" -> print(read(message));
      case "hello" -> greetings++;
      default -> learn(body.path("value").asInt(), message.path("src").asText());
    }
  }

  private boolean is(Fault other) {
    return fault == other && (name.isEmpty() || name.equals("n1"));
  }

  private void broadcast(JsonNode message) {
    learn(message.path("body").path("message").asInt(), "");
    ObjectNode reply = reply(message, "broadcast_ok");
    broadcasts += name.equals("n1") ? 1 : 0;
    if (broadcasts != 3 || !name.equals("n1")) {
      print(fault == Fault.EXTRA_KEY ? withKey(reply) : reply);
      return;
    }
    switch (fault) {
      case GARBAGE -> out.accept("java.lang.NullPointerException: oops");
      case EMPTY_LINE -> out.accept("");
      case STRANGER -> print(envelope("n99", "tell"));
      case DIES -> death.run();
      case LATE -> afterSixSeconds.add(() -> print(reply));
      default -> print(fault == Fault.EXTRA_KEY ? withKey(reply) : reply);
    }
  }

  private static ObjectNode withKey(ObjectNode reply) {
    reply.withObject("/body").put("mood", "fine");
    return reply;
  }

  private ObjectNode read(JsonNode message) {
    ObjectNode reply = reply(message, "read_ok");
    ArrayNode shown = reply.withObject("/body").putArray("messages");
    for (int value : values) {
      if (fault != Fault.HIDES || !name.equals("n0") || value % 2 == 1) {
        shown.add(value);
      }
      if (fault == Fault.REPEATS) {
        shown.add(value);
      }
    }
    if (fault == Fault.INVENTS) {
      shown.add(1_000_000);
    }
    return reply;
  }

  private void learn(int value, String from) {
    if (fault == Fault.KEEPS_FEW_AND_LOSES
        && name.equals("n1")
        && value % 10 == 0
        && !from.isEmpty()) {
      return;
    }
    if (known.add(value)) {
      values.add(value);
      if (fault.name().startsWith("KEEPS_FEW") && values.size() > FEW) {
        values.remove(values.iterator().next());
      }
      for (JsonNode peer : neighbors) {
        if (!peer.asText().equals(from)) {
          ObjectNode tell = envelope(peer.asText(), "tell");
          tell.withObject("/body").put("value", value);
          print(tell);
        }
      }
    }
  }

  private ObjectNode envelope(String dest, String type) {
    ObjectNode message = Json.object().put("src", name).put("dest", dest);
    message.putObject("body").put("type", type);
    return message;
  }

  private ObjectNode reply(JsonNode request, String type) {
    ObjectNode reply = envelope(request.path("src").asText(), type);
    reply.withObject("/body").set("in_reply_to", request.path("body").path("msg_id"));
    return reply;
  }

  private void print(ObjectNode message) {
    out.accept(Json.text(message));
  }

  /** The program: one node with the fault that the argument names. */
  public static void main(String[] args) throws IOException {
    Fault fault = Fault.valueOf(args[0].toUpperCase(Locale.ROOT));
    SmallNode node =
        new SmallNode(
            fault,
            () -> TimeUnit.NANOSECONDS.toMicros(System.nanoTime()),
            line -> {
              byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
              System.out.write(bytes, 0, bytes.length);
              System.out.flush();
            },
            () -> {
              System.err.println("it is too much for me");
              System.exit(3);
            });
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      node.handle(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
