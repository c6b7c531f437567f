/**
 * The command line: the only {@code main}, and the Guice module of its commands, which are in the
 * packages below and know nothing of this one.
 *
 * <p>Start at {@link org.hearsay.cli.Main}.
 */
@NullMarked
package org.hearsay.cli;

import org.jspecify.annotations.NullMarked;
