/**
 * The commands {@code maelstrom} and {@code import}: runs that genuine Maelstrom makes or has made.
 */
@NullMarked
package org.hearsay.cli.maelstrom;

import org.jspecify.annotations.NullMarked;
