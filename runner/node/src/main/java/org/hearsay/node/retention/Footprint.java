package org.hearsay.node.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * How many bytes of memory a rumor takes that is kept: an estimate by what HotSpot makes of its
 * parts with compressed references. A test holds it against what a heap has.
 */
final class Footprint {
  /** Its place in the log and in the table of payloads, half of which may be room for others. */
  static final int FIXED_BYTES = 24;

  private static final int ALIGNMENT = 8;
  private static final int HEADER = 16;
  private static final int REFERENCE = 4;
  private static final int STRING = 24;
  private static final int LIST = 24 + 24;
  private static final int MAP = 24 + 56;
  private static final int MAP_ENTRY = 40;
  private static final int BIG_NUMBER = 16 + 40 + 40;
  private static final int LAST_LATIN = 0xff;
  private static final int LEAST_LIST = 10;
  private static final int LEAST_MAP = 16;

  private Footprint() {}

  /** Of a rumor that says this. */
  static long bytes(JsonNode payload) {
    return FIXED_BYTES + ofValue(payload);
  }

  private static long ofValue(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> HEADER + ofText(value.textValue());
      case NUMBER -> ofNumber(value);
      case ARRAY -> ofList(value);
      case OBJECT -> ofMap(value);
      default -> 0;
    };
  }

  private static long ofNumber(JsonNode number) {
    if (number.isInt()) {
      return HEADER;
    }
    return number.isLong() ? HEADER + 8 : BIG_NUMBER + aligned(HEADER + number.asText().length());
  }

  private static long ofText(String text) {
    boolean wide = text.chars().anyMatch(each -> each > LAST_LATIN);
    return STRING + aligned(HEADER + (wide ? 2L : 1L) * text.length());
  }

  private static long ofList(JsonNode list) {
    long bytes = LIST + aligned(HEADER + REFERENCE * Math.max(LEAST_LIST, list.size() * 3L / 2));
    for (JsonNode member : list) {
      bytes += ofValue(member);
    }
    return bytes;
  }

  private static long ofMap(JsonNode map) {
    long places = Math.max(LEAST_MAP, Long.highestOneBit(map.size() * 4L / 3) * 2);
    long bytes = MAP + aligned(HEADER + REFERENCE * places);
    for (Map.Entry<String, JsonNode> member : map.properties()) {
      bytes += MAP_ENTRY + ofText(member.getKey()) + ofValue(member.getValue());
    }
    return bytes;
  }

  private static long aligned(long bytes) {
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
