package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.weather.Damage;

/** What becomes of an envelope between a node's outbox and the network. */
interface Wire {

  /** What the peer will read of an envelope. */
  Message carry(int from, int to, Message envelope);

  /** Whether peers read the very envelope that was sent. */
  boolean isTransparent();

  /** The line that the last envelope was, without its end. */
  byte[] line();

  /** How many bytes of that line are overlay's and failure detector's. */
  int controlBytes();

  /**
   * How many bytes an envelope takes of a narrow uplink: the same in every world, so that envelopes
   * wait equally long in all of them.
   */
  int size(int from, int to, Message envelope);

  /** The last envelope arrives damaged, at a place that the draw decides: nobody can use it. */
  void arriveDamaged(Damage damage, long draw);

  /** Messages shared by reference: nothing is encoded, and lines are empty. */
  static Wire ofReferences(MessageSize sizes) {
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

      @Override
      public int controlBytes() {
        return 0;
      }

      @Override
      public int size(int from, int to, Message envelope) {
        return sizes.bytes(from, to, envelope);
      }

      @Override
      public void arriveDamaged(Damage damage, long draw) {}
    };
  }
}
