/** How much a node sends and takes in, and how fast. */
@NullMarked
package org.hearsay.node.flow;

import org.jspecify.annotations.NullMarked;
