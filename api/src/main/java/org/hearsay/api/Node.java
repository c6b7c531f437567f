package org.hearsay.api;

/**
 * The world as one node of a strategy sees it: who is there, what is known, what can be done.
 *
 * <p>Like any {@link Context} it is valid only during the callback it was passed to. {@link
 * #deliver} takes effect at once.
 *
 * @param <M> the messages of the strategy
 */
public interface Node<M extends Message> extends Context<M> {

  /**
   * The peers that the overlay links this node to, but for those that the failure detector takes
   * for dead. Without either these are the topology's, and until that is known all {@link
   * #members()}. A change is announced by {@link Strategy#onNeighborsChanged}.
   */
  Peers neighbors();

  /**
   * The nodes of the cluster that this node knows of, linked to it or not, but for those that the
   * failure detector takes for dead. Without overlay and detector it is every node but this one.
   */
  Peers members();

  /** What this node knows: each rumor delivered here, in order of delivery. */
  RumorLog log();

  /** The node a rumor began at. May be called from every callback, for any rumor heard of here. */
  int origin(long rumor);

  /**
   * Delivers a rumor to this node's clients unless it was delivered before. May be called from
   * {@link Strategy#onMessage} only, for a rumor that the message carries.
   *
   * @return whether the rumor is new here
   * @throws IllegalArgumentException if the message being handled does not carry the rumor
   */
  boolean deliver(long rumor);

  /**
   * Delivers several rumors, see {@link #deliver(long)}.
   *
   * @return those of them that are new here, in the order given
   */
  default Rumors deliver(Rumors rumors) {
    RumorIds.Builder fresh = RumorIds.builder(rumors.size());
    for (int i = 0; i < rumors.size(); i++) {
      if (deliver(rumors.get(i))) {
        fresh.add(rumors.get(i));
      }
    }
    return fresh.size() == rumors.size() ? rumors : new Rumors(fresh.build());
  }
}
