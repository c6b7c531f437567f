/** The command {@code simulate}: one run in detail, at any size, or the same with many seeds. */
@NullMarked
package org.hearsay.cli.simulate;

import org.jspecify.annotations.NullMarked;
