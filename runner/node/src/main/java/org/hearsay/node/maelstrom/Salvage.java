package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.hearsay.node.codec.Json;

/**
 * Finds whom to answer in a line that is JSON, but nested too deep or with too long a number to be
 * read as a whole.
 */
final class Salvage {
  private static final int MAX_DEPTH = 1_000_000;
  private static final int MAX_ID_DIGITS = 18;
  private static final JsonFactory TOLERANT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private Salvage() {}

  /** The short texts and whole numbers of a message and of its body; empty if it is not JSON. */
  static Optional<Request> from(byte[] line) {
    try (JsonParser json = TOLERANT.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      ObjectNode message = scalars(json, true);
      return json.nextToken() == null ? Optional.of(Request.of(message)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode scalars(JsonParser json, boolean withBody) throws IOException {
    ObjectNode kept = Json.object();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (withBody && value == JsonToken.START_OBJECT && key.equals("body")) {
        kept.set(key, scalars(json, false));
      } else if (value == JsonToken.VALUE_STRING) {
        kept.put(key, json.getText());
      } else if (value == JsonToken.VALUE_NUMBER_INT && json.getTextLength() <= MAX_ID_DIGITS) {
        kept.put(key, json.getLongValue());
      } else {
        json.skipChildren();
        kept.putNull(key);
      }
    }
    return kept;
  }
}
