/** Anti-entropy of the runtime's own: whatever a peer lacks is asked for, and supplied. */
@NullMarked
package org.hearsay.node.repair;

import org.jspecify.annotations.NullMarked;
