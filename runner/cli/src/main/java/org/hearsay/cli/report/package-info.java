/**
 * The command {@code report}: records as a page, and one rumor followed through each run for it.
 */
@NullMarked
package org.hearsay.cli.report;

import org.jspecify.annotations.NullMarked;
