package org.hearsay.node.codec;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.node.service.ServiceMessage;

/**
 * What one event makes a node send to a peer: one message on the wire.
 *
 * @param life which life of its sender it comes from; {@link #NO_LIFE} where lives are not told
 *     apart, as nobody asks who is alive
 * @param meant which life of its receiver it is meant for; {@link #NO_LIFE} for whichever it is
 * @param kept whether that life began with all that the earlier ones knew
 * @param messages those of the strategy and of what is around it, in the order they were sent in
 * @param absent of the rumors in them, those that the sender has let go: they come without what
 *     they say
 */
public record Envelope(
    long life, long meant, boolean kept, List<? extends Message> messages, RumorIds absent) {
  /** No life in particular. */
  public static final long NO_LIFE = 0;

  /** An envelope as it is made: which of its rumors have been let go shows when it is written. */
  public Envelope(long life, long meant, boolean kept, List<? extends Message> messages) {
    this(life, meant, kept, messages, RumorIds.NONE);
  }

  /** An envelope of a life that began with nothing. */
  public Envelope(long life, long meant, List<? extends Message> messages) {
    this(life, meant, false, messages);
  }

  /** An envelope of messages where lives are not told apart. */
  public static Envelope of(List<? extends Message> messages) {
    return new Envelope(NO_LIFE, NO_LIFE, messages);
  }

  /** Whether a message is not the strategy's. */
  public static boolean isControl(Message message) {
    return isOfMembership(message) || message instanceof ServiceMessage;
  }

  /** Whether a message is an overlay's or a failure detector's. */
  public static boolean isOfMembership(Message message) {
    return message instanceof DetectorMessage || message instanceof OverlayMessage;
  }
}
