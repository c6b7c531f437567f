/** How much a node keeps, and when a rumor may go. */
@NullMarked
package org.hearsay.node.retention;

import org.jspecify.annotations.NullMarked;
