package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.junit.jupiter.api.Test;

/** Guards against a watermark that stops before, or runs past, what came early. */
final class KnownSequencesTest {
  private final KnownSequences known = new KnownSequences();

  @Test
  void theWatermarkSwallowsTheRangeItReaches() {
    add(1, 2, 3);
    assertEquals(ranges(1, 4), ranges());
    add(0);
    assertEquals(ranges(0, 4), ranges());
  }

  @Test
  void theWatermarkStopsAtTheNextGap() {
    add(1, 2, 4, 5, 0);
    assertEquals(ranges(0, 3, 4, 6), ranges());
    add(3);
    assertEquals(ranges(0, 6), ranges());
  }

  @Test
  void aNumberSwallowedByTheWatermarkIsStillKnown() {
    add(1, 2, 0);
    assertFalse(known.add(1));
    assertFalse(known.add(2));
    assertTrue(known.contains(2));
    assertFalse(known.contains(3));
  }

  @Test
  void aRangeLongerThanOneContainerOfTheBitmapIsSwallowedWhole() {
    int length = 200_000;
    add(IntStream.range(1, length).toArray());
    assertEquals(ranges(1, length), ranges());
    add(0);
    assertEquals(ranges(0, length), ranges());
  }

  private void add(int... sequences) {
    for (int sequence : sequences) {
      assertTrue(known.add(sequence));
    }
  }

  private List<Digest.Range> ranges() {
    List<Digest.Range> ranges = new ArrayList<>();
    known.addRanges(0, ranges);
    return ranges;
  }

  private static List<Digest.Range> ranges(int... bounds) {
    return IntStream.range(0, bounds.length / 2)
        .mapToObj(i -> new Digest.Range(0, bounds[2 * i], bounds[2 * i + 1]))
        .toList();
  }
}
