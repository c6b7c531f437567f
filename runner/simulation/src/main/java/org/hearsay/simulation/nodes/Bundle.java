package org.hearsay.simulation.nodes;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Envelope;

/**
 * Several messages in one envelope, or one of a certain life of its sender. An envelope is what one
 * event makes a node send to a peer: a strategy's message, mostly, or a bundle.
 *
 * @param life which life of its sender it comes from; 0 where lives are not told apart
 * @param messages in order
 */
public record Bundle(long life, List<? extends Message> messages) implements Message {

  /** An envelope where lives are not told apart, with one message or more. */
  public static Message of(List<? extends Message> messages) {
    return of(Envelope.NO_LIFE, messages);
  }

  /** An envelope with one message or more. */
  public static Message of(long life, List<? extends Message> messages) {
    return life == Envelope.NO_LIFE && messages.size() == 1
        ? messages.get(0)
        : new Bundle(life, messages);
  }

  /** The messages in an envelope. */
  public static List<? extends Message> messages(Message envelope) {
    return envelope instanceof Bundle bundle ? bundle.messages() : List.of(envelope);
  }

  /** An envelope as a codec takes it. */
  public static Envelope envelope(Message envelope) {
    return envelope instanceof Bundle bundle
        ? new Envelope(bundle.life(), bundle.messages())
        : Envelope.of(List.of(envelope));
  }

  /** How many rumors an envelope carries with their payload. */
  public static int payloads(Message envelope) {
    if (envelope instanceof Bundle bundle) {
      return bundle.messages().stream().mapToInt(message -> message.rumors().size()).sum();
    }
    return envelope.rumors().size();
  }

  /** Whether nothing in an envelope is the strategy's. */
  public static boolean isControl(Message envelope) {
    return envelope instanceof Bundle bundle
        && bundle.messages().stream().allMatch(Envelope::isControl);
  }

  /** None: they are its messages'. */
  @Override
  public Rumors rumors() {
    return Rumors.NONE;
  }
}
