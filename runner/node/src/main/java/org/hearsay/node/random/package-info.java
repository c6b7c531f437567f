/** Randomness that a seed decides, the same on every machine. */
@NullMarked
package org.hearsay.node.random;

import org.jspecify.annotations.NullMarked;
