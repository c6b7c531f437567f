package org.hearsay.node.codec;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as this program reads and writes it: values come out as they went in. */
public final class Json {
  /**
   * Keeps every digit of a number and every character of a text, be it half a surrogate pair, which
   * UTF-8 cannot write; refuses what follows a value.
   */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Json() {}

  /**
   * Reads one value.
   *
   * @throws JsonProcessingException if the bytes are not exactly one JSON value, or one that is
   *     nested more than 1000 deep or has a number of more than 1000 digits
   */
  public static JsonNode parse(byte[] utf8) throws JsonProcessingException {
    try {
      return MAPPER.readTree(utf8);
    } catch (JsonProcessingException e) {
      throw e;
    } catch (IOException e) {
      throw new JsonParseException(null, "bytes that are no text: " + e.getMessage(), e);
    } catch (NumberFormatException e) {
      throw new JsonParseException(null, "a number with too large an exponent", e);
    }
  }

  /** A value as text. */
  public static String text(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  /** A string as JSON, quotes included. */
  public static String quote(String text) {
    return text(MAPPER.getNodeFactory().textNode(text));
  }
}
