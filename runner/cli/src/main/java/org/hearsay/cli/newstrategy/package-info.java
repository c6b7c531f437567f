/** The command {@code new-strategy}: a project of one's own, from templates. */
@NullMarked
package org.hearsay.cli.newstrategy;

import org.jspecify.annotations.NullMarked;
