package org.hearsay.api.membership;

import org.hearsay.api.Message;

/** What one node's overlay sends to another's; it carries no rumors. */
public interface OverlayMessage extends Message {}
