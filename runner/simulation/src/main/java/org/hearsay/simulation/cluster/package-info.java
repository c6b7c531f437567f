/** Who is linked to whom. */
@NullMarked
package org.hearsay.simulation.cluster;

import org.jspecify.annotations.NullMarked;
