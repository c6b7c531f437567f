package org.hearsay.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.MalformedMessageException;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.weather.Damage;
import org.hearsay.simulation.nodes.Bundle;

/**
 * The real codec in the loop: what is sent is encoded, decoded, and compared with what was sent.
 */
final class JsonWire implements Wire {
  private static final Message NOTHING = new Bundle(Envelope.of(List.of()));

  /** What each node writes and reads with: one for all, unless nodes forget each for itself. */
  private final JsonCodec[] codecs;

  private final MessageSize sizes;

  /** Reads damaged lines, whose invented rumors must not come to be known to anybody. */
  private final JsonCodec apart;

  /** What the last envelope was written with. */
  private JsonCodec codec;

  private Message lastSent = NOTHING;
  private Message lastRead = NOTHING;
  private byte[] line = new byte[0];
  private int refused;
  private int misread;

  /** A wire between nodes with these tables: one that all share, or views of it. */
  JsonWire(ConfiguredStrategy<?, ?> strategy, List<RumorTable> tables, NodeNames names) {
    codecs =
        tables.stream()
            .map(table -> new JsonCodec(strategy.name(), strategy.messageTypes(), table, names))
            .toArray(JsonCodec[]::new);
    codec = codecs[0];
    sizes = new MessageSize(strategy);
    apart = new JsonCodec(strategy.name(), strategy.messageTypes(), new RumorTable(), names);
  }

  /** What the receiver will read. One message sent alone to several peers is read once. */
  @Override
  public Message carry(int from, int to, Message envelope) {
    Envelope sent = Bundle.envelope(envelope);
    codec = codecs[codecs.length == 1 ? 0 : from];
    line = codec.encode(from, to, sent);
    if (envelope != lastSent) {
      Envelope read = decode(line);
      if (!isSame(read, sent)) {
        throw new IllegalStateException("Sent " + sent + ", decoded as " + read);
      }
      lastSent = envelope;
      lastRead = Bundle.of(read);
    }
    return lastRead;
  }

  /** But for what the sender has let go, which shows on the wire only. */
  private static boolean isSame(Envelope read, Envelope sent) {
    return new Envelope(read.life(), read.meant(), read.kept(), read.messages()).equals(sent);
  }

  @Override
  public boolean isTransparent() {
    return false;
  }

  @Override
  public byte[] line() {
    return line;
  }

  @Override
  public int controlBytes() {
    return codec.controlBytes();
  }

  @Override
  public int size(int from, int to, Message envelope) {
    return sizes.bytes(from, to, envelope);
  }

  /**
   * Gives the damaged line to the real decoder, which must do nothing worse than to take it for
   * another message: JSON has no checksum, so that a wrong digit reads like a right one.
   */
  @Override
  public void arriveDamaged(Damage damage, long draw) {
    try {
      decode(damage.applyTo(line, draw), apart);
      misread++;
    } catch (JsonProcessingException | MalformedMessageException e) {
      refused++;
    }
  }

  /** How many damaged lines the decoder refused. */
  int refused() {
    return refused;
  }

  /** How many damaged lines the decoder took for a message. */
  int misread() {
    return misread;
  }

  private Envelope decode(byte[] encoded) {
    try {
      return decode(encoded, codec);
    } catch (JsonProcessingException | MalformedMessageException e) {
      throw new IllegalStateException("The codec cannot read what it wrote", e);
    }
  }

  private static Envelope decode(byte[] encoded, JsonCodec codec)
      throws JsonProcessingException, MalformedMessageException {
    return codec.decode(Json.parse(encoded).path("body"));
  }
}
