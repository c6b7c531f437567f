/** The ways of rumors through the cluster. */
@NullMarked
package org.hearsay.node.trail;

import org.jspecify.annotations.NullMarked;
