package org.hearsay.scenario.check;

/**
 * Messages, as Maelstrom's {@code net} counts them.
 *
 * @param clients between clients and nodes, set-up included
 * @param servers between nodes
 */
public record Net(Group clients, Group servers) {

  /**
   * Messages of one group; Maelstrom's {@code msg-count} is the same as {@code sent}, as what was
   * received has been sent.
   *
   * @param sent whether they arrived or not
   * @param received those that arrived
   */
  public record Group(long sent, long received) {

    /** Messages per operation, 0 without operations. */
    public double perOperation(int operations) {
      return operations == 0 ? 0 : (double) sent / operations;
    }
  }

  /** Both groups together. */
  public Group all() {
    return new Group(clients.sent + servers.sent, clients.received + servers.received);
  }
}
