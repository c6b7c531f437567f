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
  private @Nullable Envelope<M> lastRead;
  private byte[] line = new byte[0];

  JsonWire(JsonCodec<M> codec) {
    this.codec = codec;
  }

  /** What the receiver will read. One message sent alone to several peers is read once. */
  @Override
  public Envelope<M> carry(Envelope<M> envelope, int to) {
    List<M> sent = envelope.messages();
    line = codec.encode(envelope.from(), to, sent);
    Envelope<M> read = lastRead;
    if (read != null && read.from() == envelope.from() && isAgain(envelope)) {
      return read;
    }
    List<M> decoded = decode(line);
    if (!decoded.equals(sent)) {
      throw new IllegalStateException("Sent " + sent + ", decoded as " + decoded);
    }
    read = Envelope.of(envelope.from(), decoded);
    lastAlone = envelope.others().isEmpty() ? envelope.first() : null;
    lastRead = read;
    return read;
  }

  private boolean isAgain(Envelope<M> envelope) {
    return envelope.others().isEmpty() && envelope.first() == lastAlone;
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
