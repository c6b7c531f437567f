package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.IntNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against two rumors that share a name, and a rumor that changes what it says. */
final class RumorTableTest {
  private final RumorTable table = new RumorTable();

  @Test
  void sourcesAreNumberedInOrderOfFirstSight() {
    assertEquals(0, table.number(7, 100));
    assertEquals(1, table.number(2, 100));
    assertEquals(0, table.number(7, 100));
  }

  @Test
  void anotherLifeOfANodeIsAnotherSource() {
    int first = table.number(7, 100);
    int second = table.number(7, 101);
    assertEquals(new RumorTable.Source(7, 100), table.source(first));
    assertEquals(new RumorTable.Source(7, 101), table.sourceOf(RumorTable.rumor(second, 3)));
  }

  @Test
  void theFirstPayloadOfARumorStays() {
    long rumor = RumorTable.rumor(table.number(7, 100), 3);
    assertNull(table.payload(rumor));
    table.store(rumor, IntNode.valueOf(1));
    table.store(rumor, IntNode.valueOf(2));
    assertEquals(IntNode.valueOf(1), table.payload(rumor));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000, 1_000_000, Integer.MAX_VALUE / 40})
  void payloadsAreFoundHoweverFarApartAndInWhateverOrderTheyCame(int apart) {
    int source = table.number(7, 100);
    for (int i = 0; i < 40; i++) {
      int sequence = i * 23 % 40 * apart;
      table.store(RumorTable.rumor(source, sequence), IntNode.valueOf(i));
      table.store(RumorTable.rumor(source, sequence), IntNode.valueOf(-1));
    }
    for (int i = 0; i < 40; i++) {
      int sequence = i * 23 % 40 * apart;
      assertEquals(IntNode.valueOf(i), table.payload(RumorTable.rumor(source, sequence)));
    }
    assertNull(table.payload(RumorTable.rumor(source, 40 * apart)));
  }

  @Test
  void aGapThatIsFilledLaterKeepsWhatCameEarly() {
    int source = table.number(7, 100);
    table.store(RumorTable.rumor(source, 5_000), IntNode.valueOf(-5_000));
    for (int sequence = 0; sequence < 10_000; sequence++) {
      table.store(RumorTable.rumor(source, sequence), IntNode.valueOf(sequence));
    }
    assertEquals(IntNode.valueOf(-5_000), table.payload(RumorTable.rumor(source, 5_000)));
    assertEquals(IntNode.valueOf(9_999), table.payload(RumorTable.rumor(source, 9_999)));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "0,1", "2147483647,0", "0,2147483647", "2147483647,2147483647"})
  void aRumorsNameHoldsItsSourceAndItsSequenceNumber(int source, int sequence) {
    long rumor = RumorTable.rumor(source, sequence);
    assertEquals(source, RumorTable.sourceNumber(rumor));
    assertEquals(sequence, RumorTable.sequence(rumor));
  }
}
