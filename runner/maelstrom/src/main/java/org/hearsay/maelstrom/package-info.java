/**
 * Genuine Maelstrom: its results as run records, and its tests run from here.
 *
 * <p>Start at {@link org.hearsay.maelstrom.ResultsFile}, then {@link
 * org.hearsay.maelstrom.MaelstromProgram}.
 */
@NullMarked
package org.hearsay.maelstrom;

import org.jspecify.annotations.NullMarked;
