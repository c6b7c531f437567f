/** When things happen. */
@NullMarked
package org.hearsay.scenario.time;

import org.jspecify.annotations.NullMarked;
