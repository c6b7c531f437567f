package org.hearsay.overlays.hyparview;

import org.hearsay.api.membership.OverlayMessage;

/** The messages of the latency-aware overlay, those of the HyParView inside it included. */
public sealed interface LatencyAwareMessage extends OverlayMessage
    permits HyParViewMessage,
        LatencyAwareMessage.Measure,
        LatencyAwareMessage.Measured,
        LatencyAwareMessage.BeNear,
        LatencyAwareMessage.BeNearReply,
        LatencyAwareMessage.Part {

  /**
   * Asks for an answer, to take the time until it is here.
   *
   * @param number tells it from other questions
   */
  record Measure(long number) implements LatencyAwareMessage {}

  /**
   * Answers.
   *
   * @param number that of the question
   * @param near whether the receiver is a near neighbor of the sender
   */
  record Measured(long number, boolean near) implements LatencyAwareMessage {}

  /**
   * Asks to be near neighbors.
   *
   * @param tripMicros the time to the receiver and back
   */
  record BeNear(long tripMicros) implements LatencyAwareMessage {}

  /**
   * Says whether the sender has made the receiver a near neighbor.
   *
   * @param agreed whether it has
   */
  record BeNearReply(boolean agreed) implements LatencyAwareMessage {}

  /** Says that the sender is not a near neighbor of the receiver any more. */
  record Part() implements LatencyAwareMessage {}
}
