package org.hearsay.api.membership;

import org.hearsay.api.Message;

/** What one node's failure detector sends to another's; it carries no rumors. */
public interface DetectorMessage extends Message {}
