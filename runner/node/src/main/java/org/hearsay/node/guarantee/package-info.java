/** What the runtime guarantees for every strategy, and how that is put together. */
@NullMarked
package org.hearsay.node.guarantee;

import org.jspecify.annotations.NullMarked;
