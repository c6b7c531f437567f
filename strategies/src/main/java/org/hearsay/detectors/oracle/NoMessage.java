package org.hearsay.detectors.oracle;

import org.hearsay.api.membership.DetectorMessage;

/** Never sent. */
record NoMessage() implements DetectorMessage {}
