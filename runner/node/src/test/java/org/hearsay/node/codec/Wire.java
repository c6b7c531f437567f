package org.hearsay.node.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.Chatter;
import org.hearsay.node.Chatter.Talk;
import org.hearsay.node.JsonText;
import org.hearsay.node.log.RumorTable;

/** One process's end of the wire: its codec, its own numbering of sources, its payloads. */
final class Wire {
  static final int NODES = 3;

  final RumorTable rumors = new RumorTable();
  final JsonCodec codec = new JsonCodec(Chatter.DESCRIPTOR, rumors, NodeNames.numbered(NODES));

  /** A process that has heard of some sources before, so that its numbers are its own. */
  static Wire withSources(int strangers) {
    Wire wire = new Wire();
    IntStream.range(0, strangers).forEach(i -> wire.rumors.number(NODES - 1, -1L - i));
    return wire;
  }

  /** The rumor of an origin's first life, with a number as its payload. */
  long rumor(int origin, int sequence) {
    return rumor(origin, sequence, IntNode.valueOf(sequence));
  }

  long rumor(int origin, int sequence, JsonNode payload) {
    long rumor = RumorTable.rumor(source(origin), sequence);
    rumors.store(rumor, payload);
    return rumor;
  }

  int source(int origin) {
    return rumors.number(origin, 7);
  }

  String encode(int to, Talk... envelope) {
    return new String(codec.encode(0, to, Envelope.of(List.of(envelope))), StandardCharsets.UTF_8);
  }

  /** What a line for node 1 says, which is the same by either way to read it. */
  List<? extends Message> decode(String line) throws MalformedMessageException {
    GossipLine read = codec.read(line.getBytes(StandardCharsets.UTF_8), 1);
    assertNotNull(read, line);
    assertEquals(0, read.from());
    assertEquals(codec.decode(JsonText.parse(line).path("body")), read.envelope());
    return read.envelope().messages();
  }

  /** Rumors as every process would call them. */
  List<String> names(RumorIds ids) {
    return ids.stream().mapToObj(this::name).toList();
  }

  /** Ranges as every process would call them. */
  List<String> names(Digest digest) {
    return digest.entries().stream()
        .map(
            range ->
                name(RumorTable.rumor(range.source(), range.start())) + " until " + range.end())
        .toList();
  }

  private String name(long rumor) {
    return rumors.sourceOf(rumor) + " #" + RumorTable.sequence(rumor);
  }
}
