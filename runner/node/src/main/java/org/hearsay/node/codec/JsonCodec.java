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
import org.hearsay.node.service.ServiceMessage;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of one strategy as Maelstrom message bodies:
 *
 * <pre>{"type":"gossip","strategy":"delta-ack","messages":[{"type":"ack","upTo":12}, ...]}</pre>
 *
 * <p>Where nodes tell lives apart, {@code "life":1767225600000,"for":1767225600042} stands before
 * the messages: the sender's and, if it knows it, the receiver's. A life that began with all that
 * the earlier ones knew has {@code "kept":true} between the two.
 *
 * <p>It keeps the encoded form of the last message, so one message object sent to many peers is
 * encoded once. Not safe for use by several threads.
 */
public final class JsonCodec {
  /** The body type of an envelope. */
  public static final String BODY_TYPE = "gossip";

  private static final byte[] SRC = ascii("{\"src\":");
  private static final byte[] DEST = ascii(",\"dest\":");
  private static final byte[] LIFE = ascii(",\"life\":");
  private static final byte[] KEPT = ascii(",\"kept\":true");
  private static final byte[] FOR = ascii(",\"for\":");
  private static final byte[] MESSAGES = ascii(",\"messages\":[");
  private static final byte[] COMMA = ascii(",");
  private static final byte[] END = ascii("]}}");

  private final String strategy;
  private final byte[] body;
  private final ValueFormats formats;
  private final NodeNames names;
  private final EnvelopeReader reader;
  private final Map<Class<?>, MessageShape> shapesByType = new HashMap<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream(256);

  /** What wrote the last message to {@code written}; null if that failed half-way. */
  private @Nullable JsonGenerator writer;

  private @Nullable Message lastMessage;
  private byte[] lastJson = {};
  private int controlBytes;

  /**
   * A codec for a strategy with nothing around it.
   *
   * @throws IllegalArgumentException if a message type has a component that has no JSON form
   */
  public JsonCodec(StrategyDescriptor<?, ?> descriptor, RumorTable rumors, NodeNames names) {
    this(descriptor.name(), descriptor.messageTypes(), rumors, names);
  }

  /**
   * A codec for a strategy and what is around it.
   *
   * @param strategy its name
   * @param messageTypes all messages that its nodes send
   * @throws IllegalArgumentException if a message type has a component that has no JSON form
   */
  public JsonCodec(
      String strategy,
      List<? extends Class<? extends Message>> messageTypes,
      RumorTable rumors,
      NodeNames names) {
    this.strategy = strategy;
    this.body =
        ascii(",\"body\":{\"type\":\"" + BODY_TYPE + "\",\"strategy\":\"" + strategy + "\"");
    this.formats = new ValueFormats(new RumorRuns(rumors, names), new SightingLists(names));
    this.names = names;
    Map<String, MessageShape> shapesByName = new HashMap<>();
    for (Class<? extends Message> type : messageTypes) {
      MessageShape shape = MessageShape.of(type);
      shapesByType.put(type, shape);
      if (shapesByName.put(shape.name(), shape) != null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " has two message types called " + shape.name());
      }
    }
    this.reader = new EnvelopeReader(strategy, shapesByName, formats, names);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** An envelope as a whole Maelstrom line, without the line's end. */
  public byte[] encode(int from, int to, Envelope envelope) {
    List<? extends Message> messages = envelope.messages();
    List<byte[]> line = new ArrayList<>(8 + 2 * messages.size());
    Collections.addAll(line, SRC, names.json(from), DEST, names.json(to), body);
    if (envelope.life() != Envelope.NO_LIFE) {
      Collections.addAll(line, LIFE, ascii(Long.toString(envelope.life())));
    }
    if (envelope.kept()) {
      line.add(KEPT);
    }
    if (envelope.meant() != Envelope.NO_LIFE) {
      Collections.addAll(line, FOR, ascii(Long.toString(envelope.meant())));
    }
    line.add(MESSAGES);
    controlBytes = 0;
    for (int i = 0; i < messages.size(); i++) {
      if (i > 0) {
        line.add(COMMA);
      }
      byte[] json = json(messages.get(i));
      controlBytes += Envelope.isControl(messages.get(i)) ? json.length : 0;
      line.add(json);
    }
    line.add(END);
    return joined(line);
  }

  /** How many bytes of the last line are messages of overlay and failure detector. */
  public int controlBytes() {
    return controlBytes;
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

  private byte[] json(Message message) {
    if (message != lastMessage) {
      boolean isForOne = message instanceof ServiceMessage; // what is sent to all stays beside it
      MessageShape shape = shapesByType.get(message.getClass());
      if (shape == null) {
        throw new IllegalArgumentException(
            "Strategy " + strategy + " does not declare message type " + message.getClass());
      }
      byte[] json = written(shape, message);
      if (isForOne) {
        return json;
      }
      lastJson = json;
      lastMessage = message;
    }
    return lastJson;
  }

  /** One writer serves for all messages: making one takes as long as writing a short message. */
  private byte[] written(MessageShape shape, Message message) {
    JsonGenerator json = writer;
    writer = null;
    written.reset();
    try {
      if (json == null) {
        json = Json.generator(written);
      }
      shape.write(json, formats, message);
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
  public Envelope decode(JsonNode body) throws MalformedMessageException {
    return reader.read(body);
  }

  /**
   * Reads a line that brings a node an envelope from another, with its members in the order in
   * which {@link #encode} writes them, and stores the payloads. It takes less than a tree and
   * {@link #decode}.
   *
   * @return null if the line is anything else, or not well-formed: nothing has been stored
   */
  public @Nullable GossipLine read(byte[] line, int to) {
    return reader.read(line, to);
  }
}
