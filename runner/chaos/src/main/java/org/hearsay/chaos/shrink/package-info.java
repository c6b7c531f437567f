/** From a run that fails to the smallest that does. */
@NullMarked
package org.hearsay.chaos.shrink;

import org.jspecify.annotations.NullMarked;
