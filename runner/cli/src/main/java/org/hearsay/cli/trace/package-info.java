/** The command {@code trace}: the ways of rumors through a cluster, from the logs of its nodes. */
@NullMarked
package org.hearsay.cli.trace;

import org.jspecify.annotations.NullMarked;
