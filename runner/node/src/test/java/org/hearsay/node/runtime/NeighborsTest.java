package org.hearsay.node.runtime;

import static org.hearsay.node.runtime.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.node.runtime.Bench.Envelope;
import org.hearsay.node.runtime.Bench.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against strategies that talk to nobody, to themselves or over links that are gone. */
final class NeighborsTest {
  private final Bench bench = new Bench();

  @Test
  void untilATopologyIsKnownAllMembersAreNeighbors() {
    bench.script.onStart = node -> assertSame(node.members(), node.neighbors());
    bench.runtime.start();
    assertEquals(List.of("start"), bench.script.begun());
  }

  @Test
  void aTopologyKnownBeforeTheStartIsNotAnnounced() {
    bench.script.onStart = node -> assertEquals(Peers.of(0, 2), node.neighbors());
    bench.runtime.linkTo(Peers.of(0, 2));
    bench.runtime.start();
    assertEquals(List.of("start"), bench.script.begun());
  }

  @Test
  void aTopologyThatComesAfterTheStartIsAnnounced() {
    bench.script.onNeighborsChanged =
        node -> {
          assertEquals(Peers.of(2), node.neighbors());
          node.send(2, Note.of(1));
        };
    bench.runtime.start();
    bench.runtime.linkTo(Peers.of(2));
    assertEquals(List.of("start", "neighbors changed"), bench.script.begun());
    assertEquals(List.of(Envelope.to(2, 1)), bench.sent);
  }

  @Test
  void aMemberThatIsNoNeighborCanBeSentTo() {
    bench.runtime.linkTo(Peers.of(2));
    bench.inCallback(node -> node.send(4, Note.of(1)));
    assertEquals(List.of(Envelope.to(4, 1)), bench.sent);
  }

  @ParameterizedTest
  @ValueSource(ints = {SELF, Bench.NODES, -1})
  void nobodySendsToItselfOrToNoMember(int peer) {
    bench.inCallback(
        node -> assertThrows(IllegalArgumentException.class, () -> node.send(peer, Note.of(1))));
    assertEquals(List.of(), bench.sent);
  }
}
