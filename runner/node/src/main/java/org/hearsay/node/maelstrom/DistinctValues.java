package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.hearsay.node.codec.Json;
import org.roaringbitmap.RoaringBitmap;

/** The values that a read answers: each once, in order of delivery, kept as a JSON array. */
final class DistinctValues {
  /** Most clients broadcast whole numbers, of which a bitmap holds many in little space. */
  private final RoaringBitmap seenInts = new RoaringBitmap();

  private final Set<String> seenTexts = new HashSet<>();
  private final StringBuilder array = new StringBuilder("[");

  void add(JsonNode value) {
    if (value.isInt()) {
      if (seenInts.checkedAdd(value.intValue())) {
        next().append(value.intValue());
      }
    } else {
      String text = Json.text(value);
      if (seenTexts.add(text)) {
        next().append(text);
      }
    }
  }

  private StringBuilder next() {
    return array.length() > 1 ? array.append(',') : array;
  }

  boolean isEmpty() {
    return array.length() == 1;
  }

  String json() {
    return array + "]";
  }
}
