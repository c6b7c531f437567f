/** The failure detector {@code oracle}, which no node could have. */
@NullMarked
package org.hearsay.detectors.oracle;

import org.jspecify.annotations.NullMarked;
