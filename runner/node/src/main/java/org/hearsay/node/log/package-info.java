/** What a node knows: rumors by name, by payload and in order of delivery. */
@NullMarked
package org.hearsay.node.log;

import org.jspecify.annotations.NullMarked;
