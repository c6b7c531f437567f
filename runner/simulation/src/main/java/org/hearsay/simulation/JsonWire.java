package org.hearsay.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.MalformedMessageException;
import org.hearsay.simulation.nodes.Envelope;
import org.jspecify.annotations.Nullable;

/**
 * The real codec in the loop: what is sent is encoded, decoded, and compared with what was sent.
 */
final class JsonWire<M extends Message> implements Wire<M> {
  private final JsonCodec<M> codec;
  private @Nullable M lastAlone;
  private List<M> lastRead = List.of();
  private byte[] line = new byte[0];

  JsonWire(JsonCodec<M> codec) {
    this.codec = codec;
  }

  /** What the receiver will read. One message sent alone to several peers is read once. */
  @Override
  public Envelope<M> carry(Envelope<M> envelope, int to) {
    List<M> sent = envelope.messages();
    line = codec.encode(envelope.from(), to, sent);
    boolean alone = sent.size() == 1;
    if (!alone || sent.get(0) != lastAlone) {
      lastRead = decode(line);
      if (!lastRead.equals(sent)) {
        throw new IllegalStateException("Sent " + sent + ", decoded as " + lastRead);
      }
      lastAlone = alone ? sent.get(0) : null;
    }
    return Envelope.of(envelope.from(), lastRead);
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
