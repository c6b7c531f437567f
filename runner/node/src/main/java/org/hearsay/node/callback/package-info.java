/** One callback of one part of a node: what it is handed, and the timers it can set. */
@NullMarked
package org.hearsay.node.callback;

import org.jspecify.annotations.NullMarked;
