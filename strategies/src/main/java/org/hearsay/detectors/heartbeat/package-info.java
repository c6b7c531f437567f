/** The failure detector {@code heartbeat}: a fixed time-out for each link. */
@NullMarked
package org.hearsay.detectors.heartbeat;

import org.jspecify.annotations.NullMarked;
