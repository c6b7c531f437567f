package org.hearsay.node.runtime;

/** Hears of every rumor delivered to a node's clients: each one once. */
@FunctionalInterface
public interface DeliveryListener {

  /**
   * A rumor was delivered.
   *
   * @param from the peer whose message brought it, or the node itself for a client's broadcast
   */
  void delivered(long rumor, int from);
}
