package org.hearsay.simulation;

import org.hearsay.api.Message;

/** What becomes of an envelope between a node's outbox and the network. */
interface Wire {

  /** What the peer will read of an envelope. */
  Message carry(int from, int to, Message envelope);

  /** Whether peers read the very envelope that was sent. */
  boolean isTransparent();

  /** The line that the last envelope was, without its end. */
  byte[] line();

  /** Messages shared by reference: nothing is encoded, and lines are empty. */
  static Wire ofReferences() {
    byte[] none = new byte[0];
    return new Wire() {
      @Override
      public Message carry(int from, int to, Message envelope) {
        return envelope;
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
