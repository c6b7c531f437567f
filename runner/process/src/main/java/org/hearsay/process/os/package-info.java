/** Processes, pipes, signals and the clock of this machine. */
@NullMarked
package org.hearsay.process.os;

import org.jspecify.annotations.NullMarked;
