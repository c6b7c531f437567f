package org.hearsay.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.hearsay.node.codec.Json;

/** JSON as tests write it down. */
public final class JsonText {

  private JsonText() {}

  /** The value that a text is; a test that writes anything else fails. */
  public static JsonNode parse(String json) {
    try {
      return Json.parse(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
