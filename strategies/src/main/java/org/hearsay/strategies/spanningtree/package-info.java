/** The strategy {@code spanning-tree}: Plumtree, a tree that gossip grows and mends. */
@NullMarked
package org.hearsay.strategies.spanningtree;

import org.jspecify.annotations.NullMarked;
