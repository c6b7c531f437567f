package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of one strategy as Maelstrom message bodies:
 *
 * <pre>{"type":"gossip","strategy":"delta-ack","messages":[{"type":"ack","upTo":12}, ...]}</pre>
 *
 * <p>It keeps the encoded form of the last message, so one message object sent to many peers is
 * encoded once. Not safe for use by several threads.
 */
public final class JsonCodec<M extends Message> {
  /** The body type of an envelope. */
  public static final String BODY_TYPE = "gossip";

  private final String strategy;
  private final RumorRuns runs;
  private final NodeNames names;
  private final Map<String, MessageShape<M>> shapesByName = new HashMap<>();
  private final Map<Class<?>, MessageShape<M>> shapesByType = new HashMap<>();
  private @Nullable M lastMessage;
  private String lastJson = "";

  /**
   * A codec for a strategy.
   *
   * @throws IllegalArgumentException if a message type has a component that has no JSON form
   */
  public JsonCodec(StrategyDescriptor<?, M> descriptor, RumorTable rumors, NodeNames names) {
    this.strategy = descriptor.name();
    this.runs = new RumorRuns(rumors, names);
    this.names = names;
    for (Class<? extends M> type : descriptor.messageTypes()) {
      MessageShape<M> shape = new MessageShape<>(type);
      shapesByType.put(type, shape);
      if (shapesByName.put(shape.name(), shape) != null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " has two message types called " + shape.name());
      }
    }
  }

  /** An envelope as a whole Maelstrom line, without the line's end. */
  public byte[] encode(int from, int to, List<M> envelope) {
    StringBuilder line = new StringBuilder(128);
    line.append("{\"src\":").append(Json.quote(names.name(from)));
    line.append(",\"dest\":").append(Json.quote(names.name(to)));
    line.append(",\"body\":{\"type\":\"").append(BODY_TYPE);
    line.append("\",\"strategy\":\"").append(strategy).append("\",\"messages\":[");
    for (int i = 0; i < envelope.size(); i++) {
      line.append(i == 0 ? "" : ",").append(json(envelope.get(i)));
    }
    return line.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private String json(M message) {
    if (message != lastMessage) {
      MessageShape<M> shape = shapesByType.get(message.getClass());
      if (shape == null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " does not declare message type " + message.getClass());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
      try (JsonGenerator json = Json.generator(bytes)) {
        shape.write(json, runs, message);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      lastMessage = message;
      lastJson = bytes.toString(StandardCharsets.UTF_8);
    }
    return lastJson;
  }

  /**
   * Reads the envelope in a body of type {@link #BODY_TYPE} and stores the payloads it carries.
   *
   * @throws MalformedMessageException if the body is not such an envelope of this strategy
   */
  public List<M> decode(JsonNode body) throws MalformedMessageException {
    if (!strategy.equals(body.path("strategy").textValue())) {
      throw new MalformedMessageException(
          "a message of strategy " + body.path("strategy") + ", this node runs " + strategy);
    }
    JsonNode messages = body.path("messages");
    if (!messages.isArray()) {
      throw new MalformedMessageException("an envelope without a list of messages");
    }
    List<M> envelope = new ArrayList<>(messages.size());
    for (JsonNode message : messages) {
      String type = message.path("type").textValue();
      MessageShape<M> shape = type == null ? null : shapesByName.get(type);
      if (shape == null) {
        throw new MalformedMessageException("an unknown message type " + message.path("type"));
      }
      envelope.add(shape.read(message, runs));
    }
    return envelope;
  }
}
