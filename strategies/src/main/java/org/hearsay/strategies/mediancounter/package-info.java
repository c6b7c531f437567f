/** The strategy {@code median-counter}: push and pull until most of those met know enough. */
@NullMarked
package org.hearsay.strategies.mediancounter;

import org.jspecify.annotations.NullMarked;
