package org.hearsay.node.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rumors of one source say, by sequence number: in an array, which costs 4 bytes each, and
 * in a map what is so far ahead of the others that the array would be mostly empty. The array is a
 * window that moves on when what is below is dropped.
 */
final class Payloads {
  private static final int MOST_SPARSE = 4;
  private static final int LEAST_LIMIT = 64;

  /** Those from {@code start} on. */
  private @Nullable JsonNode[] near = new JsonNode[0];

  private int start;

  /** Nothing below is here or will come. */
  private int low;

  private final Map<Integer, JsonNode> far = new HashMap<>(0);
  private int count;

  /** Stores a payload unless there is one. */
  void store(int sequence, JsonNode payload) {
    if (payload(sequence) != null) {
      return;
    }
    count++;
    if (!isNear(sequence) && isDense(sequence)) {
      makeRoomFor(sequence);
    }
    if (isNear(sequence)) {
      near[sequence - start] = payload;
    } else {
      far.put(sequence, payload);
    }
  }

  private boolean isNear(int sequence) {
    return sequence >= start && sequence - start < near.length;
  }

  private boolean isDense(int sequence) {
    return sequence >= low && sequence - low < Math.max(LEAST_LIMIT, MOST_SPARSE * (long) count);
  }

  /** Moves the window on, if that is enough; else makes it larger, too. */
  private void makeRoomFor(int sequence) {
    int needed = sequence - low;
    int moved = Math.min(low - start, near.length);
    int kept = near.length - moved;
    for (int i = 0; i < moved; i++) {
      count -= near[i] == null ? 0 : 1;
    }
    boolean fits = needed < near.length && needed >= near.length / MOST_SPARSE;
    @Nullable JsonNode[] room =
        fits && moved >= near.length / MOST_SPARSE
            ? near
            : new JsonNode[Math.max(8, needed + needed / 2 + 1)];
    System.arraycopy(near, moved, room, 0, kept);
    if (room == near) {
      Arrays.fill(near, kept, near.length, null);
    }
    near = room;
    start = low;
  }

  /** The payload, or null if none was stored. */
  @Nullable JsonNode payload(int sequence) {
    JsonNode payload = isNear(sequence) ? near[sequence - start] : null;
    return payload == null && !far.isEmpty() ? far.get(sequence) : payload;
  }

  /**
   * Drops a payload, if there is one.
   *
   * @param below no sequence number below will be stored again
   */
  void drop(int sequence, int below) {
    boolean dropped = far.remove(sequence) != null;
    if (isNear(sequence) && near[sequence - start] != null) {
      near[sequence - start] = null;
      dropped = true;
    }
    count -= dropped ? 1 : 0;
    low = Math.max(low, below);
    if (count == 0 && near.length > LEAST_LIMIT) {
      near = new JsonNode[0];
      start = low;
    }
  }
}
