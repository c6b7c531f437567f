/** How messages come to nodes. */
@NullMarked
package org.hearsay.scenario.network;

import org.jspecify.annotations.NullMarked;
