/** {@code deadline-tree}: what must be everywhere by a deadline travels with what else must. */
@NullMarked
package org.hearsay.strategies.deadlinetree;

import org.jspecify.annotations.NullMarked;
