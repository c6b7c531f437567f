package org.hearsay.node.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rumors of one source say, by sequence number: in an array, which costs 4 bytes each, and
 * in a map what is so far ahead of the others that the array would be mostly empty.
 */
final class Payloads {
  private static final int MOST_SPARSE = 4;
  private static final int LEAST_LIMIT = 64;

  private @Nullable JsonNode[] near = new JsonNode[0];
  private final Map<Integer, JsonNode> far = new HashMap<>(0);
  private int count;

  /** Stores a payload unless there is one. */
  void store(int sequence, JsonNode payload) {
    if (payload(sequence) != null) {
      return;
    }
    count++;
    if (sequence >= near.length && sequence < Math.max(LEAST_LIMIT, MOST_SPARSE * (long) count)) {
      near = Arrays.copyOf(near, Math.max(8, sequence + sequence / 2));
    }
    if (sequence < near.length) {
      near[sequence] = payload;
    } else {
      far.put(sequence, payload);
    }
  }

  /** The payload, or null if none was stored. */
  @Nullable JsonNode payload(int sequence) {
    JsonNode payload = sequence < near.length ? near[sequence] : null;
    return payload == null && !far.isEmpty() ? far.get(sequence) : payload;
  }
}
