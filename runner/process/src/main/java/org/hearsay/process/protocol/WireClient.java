package org.hearsay.process.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.hearsay.node.codec.Json;
import org.jspecify.annotations.Nullable;

/** One client, who asks one node one thing at a time and numbers what it asks. */
public final class WireClient {
  private final String name;
  private int lastId;
  private @Nullable Consumer<JsonNode> onReply;

  WireClient(String name) {
    this.name = name;
  }

  /** Its name, which begins with a c. */
  public String name() {
    return name;
  }

  /** The next request; its reply goes to {@code onReply}, one to an earlier request nowhere. */
  public WireMessage ask(String node, String type, ObjectNode body, Consumer<JsonNode> onReply) {
    this.onReply = onReply;
    ObjectNode request = Json.object().put("type", type);
    request.setAll(body);
    return WireMessage.of(name, node, request.put("msg_id", ++lastId));
  }

  /** Takes what a node sent; drops it unless it is the reply that is waited for. */
  public void receive(JsonNode body) {
    Consumer<JsonNode> waiting = onReply;
    JsonNode repliesTo = body.path("in_reply_to");
    if (waiting != null && repliesTo.isIntegralNumber() && repliesTo.asLong() == lastId) {
      onReply = null;
      waiting.accept(body);
    }
  }

  /** Waits for nothing any more. */
  public void giveUp() {
    onReply = null;
  }
}
