/** Random runs, what must hold in all of them, and the smallest run in which it does not. */
@NullMarked
package org.hearsay.chaos;

import org.jspecify.annotations.NullMarked;
