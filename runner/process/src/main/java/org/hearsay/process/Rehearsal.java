package org.hearsay.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.node.codec.Json;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.VirtualTime;

/**
 * A run in virtual time of nodes that are objects here, after which the JVM has compiled what a run
 * of processes needs: a driver that is still slow in its first seconds would pass that on to the
 * latencies it measures.
 */
final class Rehearsal implements Launcher {
  private final VirtualTime time = new VirtualTime();

  private Rehearsal() {}

  /** Runs until the code is warm, which takes about a second. */
  static void run() {
    Rehearsal rehearsal = new Rehearsal();
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Load(100, Duration.ofSeconds(5), Duration.ofSeconds(1)));
    DriveRun run = new DriveRun(rehearsal.time, settings, rehearsal, Duration.ofSeconds(10));
    run.begin();
    while (run.phase() != DriveRun.Phase.ENDED && rehearsal.time.step()) {}
  }

  @Override
  public Link launch(int node, Listener listener) {
    return new Flooder(node, listener);
  }

  /** Passes each value on once. */
  private final class Flooder implements Link {
    private final String name;
    private final Listener listener;
    private final Set<Integer> values = new LinkedHashSet<>();
    private List<String> neighbors = List.of();

    Flooder(int node, Listener listener) {
      this.name = "n" + node;
      this.listener = listener;
    }

    @Override
    public boolean send(byte[] line) {
      time.at(time.nowMicros(), () -> handle(line));
      return true;
    }

    private void handle(byte[] line) {
      JsonNode message;
      try {
        message = Json.parse(line);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("The driver writes JSON", e);
      }
      JsonNode body = message.path("body");
      String type = body.path("type").asText();
      if (type.equals("topology")) {
        neighbors =
            body.path("topology").path(name).valueStream().map(JsonNode::textValue).toList();
      } else if (body.has("message")) {
        learn(body.path("message").intValue());
      }
      if (!type.equals("tell")) {
        reply(message, type);
      }
    }

    private void reply(JsonNode request, String type) {
      ObjectNode reply =
          Json.object()
              .put("type", type + "_ok")
              .set("in_reply_to", request.path("body").path("msg_id"));
      if (type.equals("read")) {
        values.forEach(reply.putArray("messages")::add);
      }
      print(request.path("src").textValue(), reply);
    }

    private void learn(int value) {
      if (values.add(value)) {
        for (String neighbor : neighbors) {
          print(neighbor, Json.object().put("type", "tell").put("message", value));
        }
      }
    }

    private void print(String dest, ObjectNode body) {
      ObjectNode message = Json.object().put("src", name).put("dest", dest);
      message.set("body", body);
      byte[] line = Json.text(message).getBytes(StandardCharsets.UTF_8);
      time.at(time.nowMicros(), () -> listener.printed(line, time.nowMicros()));
    }

    @Override
    public void stopReading() {}

    @Override
    public void kill() {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public List<String> lastErrors() {
      return List.of();
    }
  }
}
