/** How much memory real nodes take that keep a part of what went through them. */
@NullMarked
package org.hearsay.reproduction.memory;

import org.jspecify.annotations.NullMarked;
