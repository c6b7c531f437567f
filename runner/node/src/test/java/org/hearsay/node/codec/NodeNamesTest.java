package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against nodes that number each other differently. */
final class NodeNamesTest {

  @Test
  void nodesAreNumberedInTheOrderAllWereTold() {
    NodeNames names = new NodeNames(List.of("b", "a"));
    assertEquals(0, names.number("b"));
    assertEquals("a", names.name(1));
    assertEquals(-1, names.number("c"));
    assertEquals(2, names.size());
  }

  @Test
  void numberedNodesHaveTheNamesThatMaelstromGives() {
    assertEquals("n24", NodeNames.numbered(25).name(24));
  }

  @Test
  void aNameThatOccursTwiceIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new NodeNames(List.of("a", "b", "a")));
    assertEquals("Node a is named twice", refusal.getMessage());
  }
}
