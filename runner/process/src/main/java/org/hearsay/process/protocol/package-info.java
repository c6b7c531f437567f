/** Maelstrom's protocol as a driver of nodes speaks it. */
@NullMarked
package org.hearsay.process.protocol;

import org.jspecify.annotations.NullMarked;
