/** Virtual time: what happens when, millions of things at once. */
@NullMarked
package org.hearsay.simulation.time;

import org.jspecify.annotations.NullMarked;
