/** Jackson 2 beside Jackson 3, on one line of gossip. */
@NullMarked
package org.hearsay.benchmarks.jackson;

import org.jspecify.annotations.NullMarked;
