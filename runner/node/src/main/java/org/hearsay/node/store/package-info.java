/** Where a node keeps what it must not forget. */
@NullMarked
package org.hearsay.node.store;

import org.jspecify.annotations.NullMarked;
