/** The command {@code chaos}: random runs, and what a campaign of them has found. */
@NullMarked
package org.hearsay.cli.chaos;

import org.jspecify.annotations.NullMarked;
