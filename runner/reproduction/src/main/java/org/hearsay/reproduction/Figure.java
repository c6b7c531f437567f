package org.hearsay.reproduction;

import java.util.List;
import org.hearsay.report.Estimate;
import org.hearsay.reproduction.PublishedTable.Column;
import org.hearsay.reproduction.PublishedTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table: what was measured, predicted and published.
 *
 * @param row the row
 * @param column the column
 * @param strategy the strategy with the values of all its options
 * @param ours what was measured
 * @param theory what is predicted, or null
 * @param verdicts on each published figure; none if nothing was published
 */
public record Figure(
    Row row,
    Column column,
    String strategy,
    Estimate ours,
    @Nullable Double theory,
    List<Verdict> verdicts) {}
