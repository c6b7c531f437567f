/**
 * The commands {@code compare} and {@code frontier}: several strategies under the same conditions.
 */
@NullMarked
package org.hearsay.cli.compare;

import org.jspecify.annotations.NullMarked;
