/**
 * The commands {@code reproduce} and {@code memory}: published tables derived again, and what a
 * kept rumor takes.
 */
@NullMarked
package org.hearsay.cli.reproduce;

import org.jspecify.annotations.NullMarked;
