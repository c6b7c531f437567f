package org.hearsay.simulation.nodes;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowMessage;

/**
 * An envelope that is more than one message of a strategy: it holds several, or lives are told
 * apart. Most envelopes of a simulation are no more than that, and go without one.
 */
public record Bundle(Envelope envelope) implements Message {
  private static final double RECEIPT_WORK = 0.1;

  /** An envelope where lives are not told apart. */
  public static Message of(List<? extends Message> messages) {
    return messages.size() == 1 ? messages.get(0) : new Bundle(Envelope.of(messages));
  }

  /** An envelope as simulations pass it on. */
  public static Message of(Envelope envelope) {
    return envelope.life() == Envelope.NO_LIFE && envelope.absent().isEmpty()
        ? of(envelope.messages())
        : new Bundle(envelope);
  }

  /** The messages in it. */
  public List<? extends Message> messages() {
    return envelope.messages();
  }

  /** The messages in an envelope. */
  public static List<? extends Message> messages(Message envelope) {
    return envelope instanceof Bundle bundle ? bundle.messages() : List.of(envelope);
  }

  /** An envelope as a codec takes it. */
  public static Envelope envelope(Message envelope) {
    return envelope instanceof Bundle bundle ? bundle.envelope() : Envelope.of(List.of(envelope));
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
        ? bundle.messages().stream().allMatch(Envelope::isControl)
        : Envelope.isControl(envelope);
  }

  /** How much work an envelope is to its receiver, in messages; little if it is but a receipt. */
  public static double work(Message envelope) {
    long count = messages(envelope).stream().filter(each -> !(each instanceof FlowMessage)).count();
    return count == 0 ? RECEIPT_WORK : count;
  }

  /** None: they are its messages'. */
  @Override
  public Rumors rumors() {
    return Rumors.NONE;
  }
}
