package org.hearsay.detectors.links;

import org.hearsay.api.membership.DetectorMessage;

/** A sign of life, asked for and given. */
public sealed interface LinkMessage extends DetectorMessage {

  /** Asks for a sign of life, and is one. */
  record Ping() implements LinkMessage {}

  /** Gives a sign of life that was asked for. */
  record Pong() implements LinkMessage {}
}
