/** The strategy {@code oracle}: the bound, which knows everybody and loses nothing. */
@NullMarked
package org.hearsay.strategies.oracle;

import org.jspecify.annotations.NullMarked;
