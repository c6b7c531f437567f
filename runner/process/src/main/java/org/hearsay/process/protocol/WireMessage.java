package org.hearsay.process.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.hearsay.node.codec.Json;
import org.jspecify.annotations.Nullable;

/**
 * One line between two parties of a run: {@code {"id":…,"src":…,"dest":…,"body":{…}}}. The body is
 * kept as it was printed: nodes say to each other what they like.
 */
public final class WireMessage {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  private final String src;
  private final String dest;
  private final byte[] body;

  private WireMessage(String src, String dest, byte[] body) {
    this.src = src;
    this.dest = dest;
    this.body = body;
  }

  /** A message with a body of our own. */
  public static WireMessage of(String src, String dest, JsonNode body) {
    return new WireMessage(src, dest, Json.text(body).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a line as Maelstrom does: {@code src} and {@code dest} must be there, {@code id} and
   * {@code body} may be, nothing else.
   *
   * @throws MalformedLineException if Maelstrom could not read it either
   */
  public static WireMessage parse(byte[] line) throws MalformedLineException {
    try (JsonParser parser = FACTORY.createParser(line)) {
      return parse(line, parser);
    } catch (JsonProcessingException e) {
      throw new MalformedLineException("a line that is not JSON", line);
    } catch (IOException e) {
      throw new MalformedLineException("a line that is no text", line);
    }
  }

  private static WireMessage parse(byte[] line, JsonParser parser)
      throws IOException, MalformedLineException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new MalformedLineException("an empty line", line);
    }
    if (first != JsonToken.START_OBJECT) {
      throw new MalformedLineException("JSON that is no object", line);
    }
    Fields fields = new Fields();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      String problem = fields.read(key, parser, line);
      if (problem != null) {
        throw new MalformedLineException("a message " + problem, line);
      }
    }
    if (parser.nextToken() != null) {
      throw new MalformedLineException("a line with something after the message", line);
    }
    if (fields.src == null || fields.dest == null) {
      throw new MalformedLineException(
          "a message without \"" + (fields.src == null ? "src" : "dest") + "\"", line);
    }
    return new WireMessage(fields.src, fields.dest, fields.body);
  }

  /** What was read so far. */
  private static final class Fields {
    private final Set<String> seen = new HashSet<>();
    private @Nullable String src;
    private @Nullable String dest;
    private byte[] body = "{}".getBytes(StandardCharsets.UTF_8);

    /** Takes one field; what is wrong with it, or null. */
    @Nullable String read(String key, JsonParser parser, byte[] line) throws IOException {
      if (!seen.add(key)) {
        return "with \"" + key + "\" twice";
      }
      JsonToken token = parser.currentToken();
      switch (key) {
        case "src" -> src = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "dest" -> dest = token == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "id" -> {
          return token == JsonToken.VALUE_NUMBER_INT ? null : "whose \"id\" is no whole number";
        }
        case "body" -> {
          if (token != JsonToken.START_OBJECT) {
            return "whose \"body\" is no object";
          }
          int start = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          body = Arrays.copyOfRange(line, start, (int) parser.currentLocation().getByteOffset());
        }
        default -> {
          return "with the key \"" + key + "\", which is none of src, dest, id and body";
        }
      }
      return (key.equals("src") && src == null) || (key.equals("dest") && dest == null)
          ? "whose \"" + key + "\" is no text"
          : null;
    }
  }

  /** Who says it. */
  public String src() {
    return src;
  }

  /** To whom. */
  public String dest() {
    return dest;
  }

  /**
   * What it says.
   *
   * @throws MalformedLineException if that is too deep or too long for this program
   */
  public JsonNode body() throws MalformedLineException {
    try {
      return Json.parse(body);
    } catch (JsonProcessingException e) {
      throw new MalformedLineException("a message whose body cannot be read", body);
    }
  }

  /** The line that its receiver reads, line end included. */
  public byte[] line(long id) {
    byte[] head =
        ("{\"id\":" + id + ",\"src\":" + Json.quote(src) + ",\"dest\":" + Json.quote(dest))
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream line = new ByteArrayOutputStream(head.length + body.length + 11);
    line.writeBytes(head);
    line.writeBytes(",\"body\":".getBytes(StandardCharsets.UTF_8));
    line.writeBytes(body);
    line.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
    return line.toByteArray();
  }
}
