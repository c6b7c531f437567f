package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.IntNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  @CsvSource({"0,0", "1,0", "0,1", "2147483647,0", "0,2147483647", "2147483647,2147483647"})
  void aRumorsNameHoldsItsSourceAndItsSequenceNumber(int source, int sequence) {
    long rumor = RumorTable.rumor(source, sequence);
    assertEquals(source, RumorTable.sourceNumber(rumor));
    assertEquals(sequence, RumorTable.sequence(rumor));
  }
}
