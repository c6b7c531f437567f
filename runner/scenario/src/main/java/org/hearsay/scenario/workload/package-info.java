/** What clients do, and what they saw. */
@NullMarked
package org.hearsay.scenario.workload;

import org.jspecify.annotations.NullMarked;
