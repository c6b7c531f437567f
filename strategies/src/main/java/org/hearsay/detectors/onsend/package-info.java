/** The failure detector {@code on-send}: what is found out by sending. */
@NullMarked
package org.hearsay.detectors.onsend;

import org.jspecify.annotations.NullMarked;
