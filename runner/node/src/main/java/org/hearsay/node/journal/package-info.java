/** What a node says of itself while it runs: entries with structure, and the lines they become. */
@NullMarked
package org.hearsay.node.journal;

import org.jspecify.annotations.NullMarked;
