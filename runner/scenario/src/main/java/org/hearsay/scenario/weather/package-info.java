/** What happens to messages on their way: latency and loss. */
@NullMarked
package org.hearsay.scenario.weather;

import org.jspecify.annotations.NullMarked;
