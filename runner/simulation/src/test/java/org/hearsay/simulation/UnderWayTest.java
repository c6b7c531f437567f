package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against an envelope that arrives as another, or stays for ever. */
final class UnderWayTest {
  /** Numbers have room besides for any content, for the first four, or not even for all senders. */
  private static final int SENDER_BITS = 24;

  private record Text(int number) implements Message {}

  private record Sent(long number, int from, Message message) {}

  @ParameterizedTest
  @ValueSource(ints = {50, 27, 24})
  void everyEnvelopeIsItselfUntilItsLastCopyIsRemoved(int numberBits) {
    UnderWay underWay = new UnderWay(SENDER_BITS, numberBits);
    List<Sent> sent = new ArrayList<>();
    SeededRandom random = new SeededRandom(1, 0);
    Message last = new Text(0);
    for (int step = 0; step < 50_000; step++) {
      if (sent.size() < 300 && random.nextInt(3) > 0) {
        last = random.nextBoolean() ? last : new Text(step);
        int from = random.nextInt(1 << 24);
        int copies = 1 + random.nextInt(3);
        Sent leaving = new Sent(underWay.add(from, last, copies), from, last);
        sent.addAll(Collections.nCopies(copies, leaving));
      } else if (!sent.isEmpty()) {
        Sent arriving = sent.remove(random.nextInt(sent.size()));
        assertSame(arriving.message, underWay.envelope(arriving.number));
        assertEquals(arriving.from, underWay.from(arriving.number));
        underWay.remove(arriving.number);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 27, 24})
  void whatIsPassedOnInTurnsNeedsNoMoreNumbersThanAreUnderWay(int numberBits) {
    UnderWay underWay = new UnderWay(SENDER_BITS, numberBits);
    int from = (1 << SENDER_BITS) - 1;
    long first = underWay.add(from, new Text(0), 1);
    underWay.remove(first);
    for (int i = 1; i < 1_000; i++) {
      long number = underWay.add(from, new Text(i), 1);
      assertEquals(first, number);
      underWay.remove(number);
    }
  }

  @Test
  void aNumberThatIsFreeHoldsNothing() {
    UnderWay underWay = new UnderWay(SENDER_BITS, 50);
    long number = underWay.add(1, new Text(1), 1);
    underWay.remove(number);
    assertThrows(IllegalStateException.class, () -> underWay.envelope(number));
  }
}
