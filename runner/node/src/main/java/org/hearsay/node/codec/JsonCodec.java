package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final byte[] SRC = ascii("{\"src\":");
  private static final byte[] DEST = ascii(",\"dest\":");
  private static final byte[] COMMA = ascii(",");
  private static final byte[] END = ascii("]}}");

  private final String strategy;
  private final byte[] body;
  private final RumorRuns runs;
  private final NodeNames names;
  private final EnvelopeReader<M> reader;
  private final Map<Class<?>, MessageShape<M>> shapesByType = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(256);

  /** What wrote the last message to {@code written}; null if that failed half-way. */
  private @Nullable JsonGenerator writer;

  private @Nullable M lastMessage;
  private byte[] lastJson = {};

  /**
   * A codec for a strategy.
   *
   * @throws IllegalArgumentException if a message type has a component that has no JSON form
   */
  public JsonCodec(StrategyDescriptor<?, M> descriptor, RumorTable rumors, NodeNames names) {
    this.strategy = descriptor.name();
    this.body =
        ascii(
            ",\"body\":{\"type\":\""
                + BODY_TYPE
                + "\",\"strategy\":\""
                + strategy
                + "\",\"messages\":[");
    this.runs = new RumorRuns(rumors, names);
    this.names = names;
    Map<String, MessageShape<M>> shapesByName = new HashMap<>();
    for (Class<? extends M> type : descriptor.messageTypes()) {
      MessageShape<M> shape = MessageShape.of(type);
      shapesByType.put(type, shape);
      if (shapesByName.put(shape.name(), shape) != null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " has two message types called " + shape.name());
      }
    }
    this.reader = new EnvelopeReader<>(strategy, shapesByName, runs, names);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** An envelope as a whole Maelstrom line, without the line's end. */
  public byte[] encode(int from, int to, List<M> envelope) {
    List<byte[]> line = new ArrayList<>(6 + 2 * envelope.size());
    Collections.addAll(line, SRC, names.json(from), DEST, names.json(to), body);
    for (int i = 0; i < envelope.size(); i++) {
      if (i > 0) {
        line.add(COMMA);
      }
      line.add(json(envelope.get(i)));
    }
    line.add(END);
    return joined(line);
  }

  private static byte[] joined(List<byte[]> parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteBuffer whole = ByteBuffer.allocate(length);
    for (byte[] part : parts) {
      whole.put(part);
    }
    return whole.array();
  }

  private byte[] json(M message) {
    if (message != lastMessage) {
      MessageShape<M> shape = shapesByType.get(message.getClass());
      if (shape == null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " does not declare message type " + message.getClass());
      }
      lastJson = written(shape, message);
      lastMessage = message;
    }
    return lastJson;
  }

  /** One writer serves for all messages: making one takes as long as writing a short message. */
  private byte[] written(MessageShape<M> shape, M message) {
    JsonGenerator json = writer;
    writer = null;
    written.reset();
    try {
      if (json == null) {
        json = Json.generator(written);
      }
      shape.write(json, runs, message);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer = json;
    return written.toByteArray();
  }

  /**
   * Reads the envelope in a body of type {@link #BODY_TYPE} and stores the payloads it carries.
   *
   * @throws MalformedMessageException if the body is not such an envelope of this strategy
   */
  public List<M> decode(JsonNode body) throws MalformedMessageException {
    return reader.read(body);
  }

  /**
   * Reads a line that brings a node an envelope from another, with its members in the order in
   * which {@link #encode} writes them, and stores the payloads. It takes less than a tree and
   * {@link #decode}.
   *
   * @return null if the line is anything else, or not well-formed: nothing has been stored
   */
  public @Nullable GossipLine<M> read(byte[] line, int to) {
    return reader.read(line, to);
  }
}
