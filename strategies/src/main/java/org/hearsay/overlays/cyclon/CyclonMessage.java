package org.hearsay.overlays.cyclon;

import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.Sightings;

/** The messages of Cyclon. What is said of a node has its age in shuffles as its note. */
sealed interface CyclonMessage extends OverlayMessage {

  /** Asks a contact to take the sender into the overlay. */
  record Join() implements CyclonMessage {}

  /**
   * Walks through the overlay with somebody who joins, to somebody who exchanges it for one of its
   * own.
   *
   * @param joiner who
   * @param ttl how many steps are left
   */
  record Walk(Sightings joiner, int ttl) implements CyclonMessage {}

  /**
   * Gives a joiner what the end of a walk had in its place.
   *
   * @param given whom
   */
  record Gift(Sightings given) implements CyclonMessage {}

  /**
   * Begins an exchange.
   *
   * @param sample whom the sender gives away, itself among them
   */
  record Shuffle(Sightings sample) implements CyclonMessage {}

  /**
   * Answers it.
   *
   * @param sample whom the receiver gives away
   */
  record ShuffleReply(Sightings sample) implements CyclonMessage {}
}
