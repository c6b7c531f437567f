package org.hearsay.overlays.fixed;

import org.hearsay.api.membership.OverlayMessage;

/** Never sent. */
record NoMessage() implements OverlayMessage {}
