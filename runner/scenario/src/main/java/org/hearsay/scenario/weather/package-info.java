/** What happens to messages on their way: latency, loss, copies, damage and all else. */
@NullMarked
package org.hearsay.scenario.weather;

import org.jspecify.annotations.NullMarked;
