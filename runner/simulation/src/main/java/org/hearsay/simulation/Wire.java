package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.simulation.nodes.Envelope;

/** What becomes of an envelope between a node's outbox and the network. */
interface Wire<M extends Message> {

  /** What the peer will read of an envelope. */
  Envelope<M> carry(Envelope<M> envelope, int to);

  /** Whether peers read the very envelope that was sent. */
  boolean isTransparent();

  /** The line that the last envelope was, without its end. */
  byte[] line();

  /** Messages shared by reference: nothing is encoded, and lines are empty. */
  static <M extends Message> Wire<M> ofReferences() {
    byte[] none = new byte[0];
    return new Wire<>() {
      @Override
      public Envelope<M> carry(Envelope<M> envelope, int to) {
        return Envelope.of(envelope.from(), envelope.messages());
      }

      @Override
      public boolean isTransparent() {
        return true;
      }

      @Override
      public byte[] line() {
        return none;
      }
    };
  }
}
