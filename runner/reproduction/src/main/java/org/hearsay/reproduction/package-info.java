/** Published tables, derived again: start at {@link org.hearsay.reproduction.Reproduction}. */
@NullMarked
package org.hearsay.reproduction;

import org.jspecify.annotations.NullMarked;
