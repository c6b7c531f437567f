/**
 * Real processes as nodes: starts them, speaks Maelstrom's protocol to them, and reports what they
 * did.
 */
@NullMarked
package org.hearsay.process;

import org.jspecify.annotations.NullMarked;
