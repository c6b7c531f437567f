package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.runtime.SeededRandom;
import org.junit.jupiter.api.Test;

/** Guards against an envelope that arrives as another, or stays for ever. */
final class UnderWayTest {
  private final UnderWay underWay = new UnderWay();

  private record Text(int number) implements Message {}

  private record Sent(int number, int from, Message message) {}

  @Test
  void everyEnvelopeIsItselfUntilItIsRemoved() {
    List<Sent> sent = new ArrayList<>();
    SeededRandom random = new SeededRandom(1, 0);
    Message last = new Text(0);
    for (int step = 0; step < 50_000; step++) {
      if (sent.size() < 300 && random.nextInt(3) > 0) {
        last = random.nextBoolean() ? last : new Text(step);
        int from = random.nextInt(1 << 24);
        sent.add(new Sent(underWay.add(from, last), from, last));
      } else if (!sent.isEmpty()) {
        Sent arriving = sent.remove(random.nextInt(sent.size()));
        assertSame(arriving.message, underWay.envelope(arriving.number));
        assertEquals(arriving.from, underWay.sender(arriving.number));
        underWay.remove(arriving.number);
      }
    }
  }

  @Test
  void whatIsPassedOnInTurnsNeedsNoMoreNumbersThanAreUnderWay() {
    for (int i = 0; i < 1_000; i++) {
      int number = underWay.add(i, new Text(i));
      assertEquals(0, number);
      underWay.remove(number);
    }
  }

  @Test
  void aNumberThatIsFreeHoldsNothing() {
    int number = underWay.add(1, new Text(1));
    underWay.remove(number);
    assertThrows(IllegalStateException.class, () -> underWay.envelope(number));
  }
}
