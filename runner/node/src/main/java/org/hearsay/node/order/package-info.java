/** The order in which rumors are shown to those who read. */
@NullMarked
package org.hearsay.node.order;

import org.jspecify.annotations.NullMarked;
