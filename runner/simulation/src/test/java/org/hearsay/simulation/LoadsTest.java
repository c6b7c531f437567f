package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against counts that are lost where a byte is full. */
final class LoadsTest {
  private final Loads loads = new Loads(3);

  @Test
  void aByteIsNotTheEndOfACount() {
    for (int i = 0; i < 255; i++) {
      loads.add(1, 1);
    }
    assertEquals(List.of(0L, 255L, 0L), loads.all());
    loads.add(1, 1);
    assertEquals(List.of(0L, 256L, 0L), loads.all());
  }

  @Test
  void manyAreCountedAtOnce() {
    loads.add(2, 1_000_000);
    loads.add(2, 1_000_000);
    assertEquals(List.of(0L, 0L, 2_000_000L), loads.all());
  }
}
