package org.hearsay.detectors.onsend;

import org.hearsay.api.membership.DetectorMessage;

/** A sign of life, asked for and given. */
sealed interface OnSendMessage extends DetectorMessage {

  /** Asks for a sign of life. */
  record Query() implements OnSendMessage {}

  /** Gives it. */
  record Answer() implements OnSendMessage {}
}
