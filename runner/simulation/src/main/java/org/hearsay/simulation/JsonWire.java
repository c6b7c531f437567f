package org.hearsay.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.MalformedMessageException;
import org.hearsay.simulation.nodes.Bundle;

/**
 * The real codec in the loop: what is sent is encoded, decoded, and compared with what was sent.
 */
final class JsonWire<M extends Message> implements Wire {
  private static final Message NOTHING = new Bundle<>(List.of());

  private final JsonCodec<M> codec;
  private Message lastSent = NOTHING;
  private Message lastRead = NOTHING;
  private byte[] line = new byte[0];

  JsonWire(JsonCodec<M> codec) {
    this.codec = codec;
  }

  /** What the receiver will read. One message sent alone to several peers is read once. */
  @Override
  public Message carry(int from, int to, Message envelope) {
    List<M> sent = Bundle.messages(envelope);
    line = codec.encode(from, to, sent);
    if (envelope != lastSent) {
      List<M> read = decode(line);
      if (!read.equals(sent)) {
        throw new IllegalStateException("Sent " + sent + ", decoded as " + read);
      }
      lastSent = envelope;
      lastRead = Bundle.envelope(read);
    }
    return lastRead;
  }

  @Override
  public boolean isTransparent() {
    return false;
  }

  @Override
  public byte[] line() {
    return line;
  }

  private List<M> decode(byte[] encoded) {
    try {
      return codec.decode(Json.parse(encoded).path("body"));
    } catch (JsonProcessingException | MalformedMessageException e) {
      throw new IllegalStateException("The codec cannot read what it wrote", e);
    }
  }
}
