/** What clients do, and what they saw. */
@NullMarked
package org.hearsay.simulation.workload;

import org.jspecify.annotations.NullMarked;
