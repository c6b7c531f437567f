/** Judges of what clients saw, who know nothing of how it came about. */
@NullMarked
package org.hearsay.scenario.check;

import org.jspecify.annotations.NullMarked;
