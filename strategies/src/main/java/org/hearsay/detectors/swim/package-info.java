/** The failure detectors {@code swim} and {@code lifeguard}: the group finds its dead together. */
@NullMarked
package org.hearsay.detectors.swim;

import org.jspecify.annotations.NullMarked;
