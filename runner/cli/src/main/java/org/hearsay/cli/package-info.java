/**
 * The command line: the only {@code main}, its commands, and the Guice modules they are made of.
 *
 * <p>Start at {@link org.hearsay.cli.Main}.
 */
@NullMarked
package org.hearsay.cli;

import org.jspecify.annotations.NullMarked;
