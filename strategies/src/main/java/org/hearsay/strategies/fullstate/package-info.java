/** The strategy {@code full-state}: everything, again and again, to everybody near. */
@NullMarked
package org.hearsay.strategies.fullstate;

import org.jspecify.annotations.NullMarked;
