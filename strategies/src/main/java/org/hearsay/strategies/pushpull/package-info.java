/** The strategy {@code push-pull}: anti-entropy between random members. */
@NullMarked
package org.hearsay.strategies.pushpull;

import org.jspecify.annotations.NullMarked;
