/** Runs drawn from a seed: options, cluster, clients, weather and faults. */
@NullMarked
package org.hearsay.chaos.draw;

import org.jspecify.annotations.NullMarked;
