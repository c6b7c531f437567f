package org.hearsay.detectors.swim;

import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.Sightings;

/** The messages of SWIM, and Lifeguard's one more. */
sealed interface SwimMessage extends DetectorMessage {

  /**
   * Asks for an acknowledgement.
   *
   * @param number which the acknowledgement repeats
   */
  record Ping(long number) implements SwimMessage {}

  /**
   * Answers a ping, or passes on that somebody else has answered one.
   *
   * @param number that of the ping, or of the request
   */
  record Ack(long number) implements SwimMessage {}

  /**
   * Asks to ping somebody else.
   *
   * @param target whom; the note is the number of the request
   */
  record PingRequest(Sightings target) implements SwimMessage {}

  /**
   * Says that somebody else has not answered so far, and thereby that this node works on it
   * (Lifeguard).
   *
   * @param number that of the request
   */
  record Nack(long number) implements SwimMessage {}

  /**
   * News of members, along with something else.
   *
   * @param news each with an incarnation, and a {@link Status} as its note
   */
  record Updates(Sightings news) implements SwimMessage {}
}
