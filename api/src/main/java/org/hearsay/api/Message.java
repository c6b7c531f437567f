package org.hearsay.api;

/**
 * What one node sends to another: an immutable record, shared by reference between simulated nodes.
 *
 * <p>Its components may be {@code int}, {@code long}, {@code boolean}, {@link Rumors}, {@link
 * RumorIds} and {@link Digest}, those of overlays and detectors {@link
 * org.hearsay.api.membership.Sightings} in place of the last three; the runtime encodes them, so
 * nobody has a codec of their own. On the wire a message type is called by its record's name,
 * {@code GraftRequest} as {@code graft-request}.
 */
public interface Message {

  /**
   * The rumors whose payload this message carries. A record with a component {@code Rumors rumors}
   * implements it thereby.
   */
  default Rumors rumors() {
    return Rumors.NONE;
  }

  /**
   * Whether this makes an earlier message to the same peer needless, which is still waiting to be
   * sent: a later delta that begins where the earlier one does, a newer receipt. Asked only where
   * the runtime controls the flow.
   *
   * @param earlier a message of this type or another of the same strategy
   */
  default boolean supersedes(Message earlier) {
    return false;
  }

  /**
   * Whether the strategy gets along without it, later or at a cost: an announcement of what is also
   * pushed, an optimization. Where too much waits for a peer, such messages are dropped first.
   */
  default boolean isLazy() {
    return false;
  }
}
