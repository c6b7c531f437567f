/**
 * Runs as data, and how people and programs read them.
 *
 * <p>Start at {@link org.hearsay.report.RunRecord}, then {@link org.hearsay.report.Metric}.
 */
@NullMarked
package org.hearsay.report;

import org.jspecify.annotations.NullMarked;
