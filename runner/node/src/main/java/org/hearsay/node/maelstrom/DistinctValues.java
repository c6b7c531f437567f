package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.hearsay.node.codec.Json;

/** The values that a read answers: each once, in order of delivery, kept as a JSON array. */
final class DistinctValues {
  private final Set<String> seen = new HashSet<>();
  private final StringBuilder array = new StringBuilder("[");

  void add(JsonNode value) {
    String text = Json.text(value);
    if (seen.add(text)) {
      array.append(array.length() > 1 ? "," : "").append(text);
    }
  }

  String json() {
    return array + "]";
  }
}
