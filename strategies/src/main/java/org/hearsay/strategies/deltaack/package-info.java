/** The strategy {@code delta-ack}: to each neighbor what it lacks, until it says it has it. */
@NullMarked
package org.hearsay.strategies.deltaack;

import org.jspecify.annotations.NullMarked;
