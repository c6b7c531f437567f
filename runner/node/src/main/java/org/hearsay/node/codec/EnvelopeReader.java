package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.jspecify.annotations.Nullable;

/**
 * Reads envelopes, token by token. What they carry is stored when all of an envelope has been read:
 * a message that cannot be understood leaves nothing behind.
 */
final class EnvelopeReader {
  private final String strategy;
  private final Map<String, MessageShape> shapes;
  private final ValueFormats formats;
  private final NodeNames names;

  EnvelopeReader(
      String strategy, Map<String, MessageShape> shapes, ValueFormats formats, NodeNames names) {
    this.strategy = strategy;
    this.shapes = shapes;
    this.formats = formats;
    this.names = names;
  }

  /** See {@link JsonCodec#read}. */
  @Nullable GossipLine read(byte[] line, int to) {
    try (JsonParser json = Json.parser(line)) {
      GossipLine read = readLine(json, to);
      require(json.nextToken() == null);
      formats.runs().storePayloads();
      return read;
    } catch (IOException | NumberFormatException | MalformedMessageException e) {
      return null;
    } finally {
      formats.runs().dropPayloads();
    }
  }

  private GossipLine readLine(JsonParser json, int to)
      throws IOException, MalformedMessageException {
    require(json.nextToken() == JsonToken.START_OBJECT);
    int from = -1;
    int dest = -1;
    Envelope envelope = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("src")) {
        from = readNode(json, value);
      } else if (key.equals("dest")) {
        dest = readNode(json, value);
      } else if (key.equals("body")) {
        require(value == JsonToken.START_OBJECT && envelope == null);
        envelope = readBody(json);
      } else {
        json.skipChildren();
      }
    }
    require(from >= 0 && from != to && dest == to);
    if (envelope == null) {
      throw notInOrder();
    }
    return new GossipLine(from, envelope);
  }

  private int readNode(JsonParser json, JsonToken name)
      throws IOException, MalformedMessageException {
    require(name == JsonToken.VALUE_STRING);
    return names.number(json.getText());
  }

  private Envelope readBody(JsonParser json) throws IOException, MalformedMessageException {
    requireText(json, "type", JsonCodec.BODY_TYPE);
    requireText(json, "strategy", strategy);
    String key = json.nextFieldName();
    long life = Envelope.NO_LIFE;
    if ("life".equals(key)) {
      life = readLife(json);
      key = json.nextFieldName();
    }
    boolean kept = "kept".equals(key);
    if (kept) {
      require(json.nextToken() == JsonToken.VALUE_TRUE);
      key = json.nextFieldName();
    }
    long meant = Envelope.NO_LIFE;
    if ("for".equals(key)) {
      meant = readLife(json);
      key = json.nextFieldName();
    }
    require("messages".equals(key));
    require(json.nextToken() == JsonToken.START_ARRAY);
    List<Message> messages = new ArrayList<>(2);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken() == JsonToken.START_OBJECT);
      require("type".equals(json.nextFieldName()));
      require(json.nextToken() == JsonToken.VALUE_STRING);
      messages.add(shape(json.getText()).read(json, formats));
    }
    require(json.nextToken() == JsonToken.END_OBJECT);
    return new Envelope(life, meant, kept, messages, formats.runs().absent());
  }

  private static long readLife(JsonParser json) throws IOException, MalformedMessageException {
    require(Json.isLong(json, json.nextToken()));
    return json.getLongValue();
  }

  private static void requireText(JsonParser json, String key, String text)
      throws IOException, MalformedMessageException {
    require(key.equals(json.nextFieldName()) && text.equals(json.nextTextValue()));
  }

  private static void require(boolean asWritten) throws MalformedMessageException {
    if (!asWritten) {
      throw notInOrder();
    }
  }

  private static MalformedMessageException notInOrder() {
    return new MalformedMessageException("a line that no node writes so");
  }

  /** See {@link JsonCodec#decode}. */
  Envelope read(JsonNode body) throws MalformedMessageException {
    if (!strategy.equals(body.path("strategy").textValue())) {
      throw new MalformedMessageException(
          "a message of strategy " + body.path("strategy") + ", this node runs " + strategy);
    }
    JsonNode messages = body.path("messages");
    if (!messages.isArray()) {
      throw new MalformedMessageException("an envelope without a list of messages");
    }
    long life = life(body.path("life"));
    long meant = life(body.path("for"));
    JsonNode kept = body.path("kept");
    if (!kept.isMissingNode() && !kept.isBoolean()) {
      throw new MalformedMessageException("an envelope with a \"kept\" that is not true or false");
    }
    List<Message> read = new ArrayList<>(messages.size());
    try {
      for (JsonNode message : messages) {
        read.add(readMessage(message));
      }
      Envelope envelope =
          new Envelope(life, meant, kept.booleanValue(), read, formats.runs().absent());
      formats.runs().storePayloads();
      return envelope;
    } finally {
      formats.runs().dropPayloads();
    }
  }

  private static long life(JsonNode number) throws MalformedMessageException {
    if (!number.isMissingNode() && !(number.isIntegralNumber() && number.canConvertToLong())) {
      throw new MalformedMessageException("an envelope of a life that is no number");
    }
    return number.asLong(Envelope.NO_LIFE);
  }

  private Message readMessage(JsonNode message) throws MalformedMessageException {
    String type = message.path("type").textValue();
    if (type == null) {
      throw new MalformedMessageException("an unknown message type " + message.path("type"));
    }
    MessageShape shape = shape(type);
    try (JsonParser json = message.traverse()) {
      json.nextToken();
      return shape.read(json, formats);
    } catch (IOException e) {
      throw new UncheckedIOException("A tree can always be read", e);
    }
  }

  private MessageShape shape(String type) throws MalformedMessageException {
    MessageShape shape = shapes.get(type);
    if (shape == null) {
      throw new MalformedMessageException("an unknown message type " + Json.quote(type));
    }
    return shape;
  }
}
