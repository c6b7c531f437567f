/** A whole cluster in one thread and in virtual time: the same seed gives the same run. */
@NullMarked
package org.hearsay.simulation;

import org.jspecify.annotations.NullMarked;
