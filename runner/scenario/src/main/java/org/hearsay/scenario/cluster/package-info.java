/** Who is linked to whom. */
@NullMarked
package org.hearsay.scenario.cluster;

import org.jspecify.annotations.NullMarked;
