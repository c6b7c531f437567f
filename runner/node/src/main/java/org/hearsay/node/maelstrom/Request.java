package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import org.hearsay.node.codec.Json;

/**
 * A line from Maelstrom, as far as it can be understood.
 *
 * @param src who sent it, or "" if it does not say
 * @param dest whom it is for, or "" if it does not say
 * @param body what it says; an object, or missing
 */
record Request(String src, String dest, JsonNode body) {

  /**
   * Reads a line.
   *
   * @throws RefusedException if it is not a JSON object: then there is nobody to answer
   */
  static Request parse(byte[] line) throws RefusedException {
    JsonNode json;
    try {
      json = Json.parse(line);
    } catch (JsonProcessingException e) {
      throw RefusedException.malformed("not readable JSON: " + e.getOriginalMessage());
    }
    if (!json.isObject()) {
      throw RefusedException.malformed(json.isMissingNode() ? "an empty line" : "not an object");
    }
    return of(json);
  }

  /** The request in a JSON object. */
  static Request of(JsonNode json) {
    return new Request(text(json.path("src")), text(json.path("dest")), json.path("body"));
  }

  /** The type of the body, or "" if there is none. */
  String type() {
    return text(body.path("type"));
  }

  /** The id that a reply names, if the sender waits for one. */
  OptionalLong messageId() {
    JsonNode id = body.path("msg_id");
    return id.isIntegralNumber() && id.canConvertToLong()
        ? OptionalLong.of(id.longValue())
        : OptionalLong.empty();
  }

  /** Whether this is an answer to something: it is never answered itself. */
  boolean isReply() {
    return body.has("in_reply_to") || type().equals("error");
  }

  /** A key of the body that must be there. */
  JsonNode required(String key) throws RefusedException {
    JsonNode value = body.get(key);
    if (value == null) {
      throw RefusedException.malformed(type() + " without \"" + key + "\"");
    }
    return value;
  }

  private static String text(JsonNode json) {
    return json.isTextual() ? json.textValue() : "";
  }
}
