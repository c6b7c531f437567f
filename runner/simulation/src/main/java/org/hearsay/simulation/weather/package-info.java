/** What happens to messages on their way: latency, loss, partitions. */
@NullMarked
package org.hearsay.simulation.weather;

import org.jspecify.annotations.NullMarked;
