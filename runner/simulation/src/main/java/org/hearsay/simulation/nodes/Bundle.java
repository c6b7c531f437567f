package org.hearsay.simulation.nodes;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * Several messages in one envelope. An envelope is what one event makes a node send to a peer: a
 * message, mostly, or a bundle.
 *
 * @param <M> the messages of the strategy
 * @param messages two or more, in order
 */
public record Bundle<M extends Message>(List<M> messages) implements Message {

  /** An envelope with one message or more. */
  public static Message envelope(List<? extends Message> messages) {
    return messages.size() == 1 ? messages.get(0) : new Bundle<>(messages);
  }

  /** The messages in an envelope. */
  @SuppressWarnings("unchecked")
  public static <M extends Message> List<M> messages(Message envelope) {
    return envelope instanceof Bundle<?> bundle
        ? (List<M>) bundle.messages()
        : List.of((M) envelope);
  }

  /** How many rumors an envelope carries with their payload. */
  public static int payloads(Message envelope) {
    if (envelope instanceof Bundle<?> bundle) {
      return bundle.messages().stream().mapToInt(message -> message.rumors().size()).sum();
    }
    return envelope.rumors().size();
  }

  /** None: they are its messages'. */
  @Override
  public Rumors rumors() {
    return Rumors.NONE;
  }
}
