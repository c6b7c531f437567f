package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON as this program reads and writes it: values come out as they went in, with every digit of a
 * number and every character of a text, be it half a surrogate pair, which UTF-8 cannot write.
 *
 * <p>Trees are read and written here and not by an {@code ObjectMapper}, whose making takes a
 * seventh of a node's start and whose reading a third more time than this.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .rootValueSeparator("")
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** An object without members. */
  public static ObjectNode object() {
    return NODES.objectNode();
  }

  /** A list without members. */
  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  /**
   * Reads one value; nothing at all is a missing node.
   *
   * @throws JsonProcessingException if the bytes are not exactly one JSON value, or one that is
   *     nested more than 1000 deep or has a number of more than 1000 digits
   */
  public static JsonNode parse(byte[] utf8) throws JsonProcessingException {
    try (JsonParser parser = parser(utf8)) {
      JsonToken first = parser.nextToken();
      JsonNode value = first == null ? MissingNode.getInstance() : read(parser, first);
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "something after the value");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new JsonParseException(null, "bytes that are no text: " + e.getMessage(), e);
    } catch (NumberFormatException e) {
      throw new JsonParseException(null, "a number with too large an exponent", e);
    }
  }

  /** Something to read one value with. */
  static JsonParser parser(byte[] utf8) throws IOException {
    return FACTORY.createParser(utf8);
  }

  /** Whether the token that was read last is a whole number that an {@code int} holds. */
  static boolean isInt(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() == JsonParser.NumberType.INT;
  }

  /** Whether the token that was read last is a whole number that a {@code long} holds. */
  static boolean isLong(JsonParser parser, JsonToken token) throws IOException {
    return token == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
  }

  /** Reads the value that begins with the token that was read last. */
  static JsonNode read(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT -> readInteger(parser);
      case VALUE_NUMBER_FLOAT -> DecimalNode.valueOf(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new JsonParseException(parser, "a value was expected");
    };
  }

  private static JsonNode readObject(JsonParser parser) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      object.set(name, read(parser, parser.nextToken()));
    }
    return object;
  }

  private static JsonNode readArray(JsonParser parser) throws IOException {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(read(parser, token));
    }
    return array;
  }

  private static JsonNode readInteger(JsonParser parser) throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  /** Something to write JSON with, one value after the other and nothing in between. */
  static JsonGenerator generator(OutputStream bytes) throws IOException {
    return FACTORY.createGenerator(bytes);
  }

  /** Writes a value. */
  static void write(JsonGenerator json, JsonNode value) throws IOException {
    switch (value.getNodeType()) {
      case OBJECT -> {
        json.writeStartObject();
        for (var member : value.properties()) {
          json.writeFieldName(member.getKey());
          write(json, member.getValue());
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        for (JsonNode member : value) {
          write(json, member);
        }
        json.writeEndArray();
      }
      case STRING -> json.writeString(value.textValue());
      case BOOLEAN -> json.writeBoolean(value.booleanValue());
      case NUMBER -> writeNumber(json, value);
      default -> json.writeNull();
    }
  }

  private static void writeNumber(JsonGenerator json, JsonNode number) throws IOException {
    if (number.isInt()) {
      json.writeNumber(number.intValue());
    } else if (number.isLong()) {
      json.writeNumber(number.longValue());
    } else if (number.isIntegralNumber()) {
      json.writeNumber(number.bigIntegerValue());
    } else {
      json.writeNumber(number.decimalValue());
    }
  }

  /** A value as text. */
  public static String text(JsonNode value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("A tree can always be written", e);
    }
    return text.toString();
  }

  /** A string as JSON, quotes included. */
  public static String quote(String text) {
    return text(NODES.textNode(text));
  }
}
