/**
 * A node as Jepsen's Maelstrom runs it: one process, JSON lines on standard input and output.
 *
 * <p>{@link org.hearsay.node.maelstrom.MaelstromNode} is the protocol, without any I/O; {@link
 * org.hearsay.node.maelstrom.StdioHost} gives it lines and a clock.
 */
@NullMarked
package org.hearsay.node.maelstrom;

import org.jspecify.annotations.NullMarked;
