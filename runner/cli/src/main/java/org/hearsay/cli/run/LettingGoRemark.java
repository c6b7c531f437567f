package org.hearsay.cli.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearsay.report.RunRecord;
import org.jspecify.annotations.Nullable;

/** Explains what Maelstrom calls lost where nodes may let go of what they had. */
public final class LettingGoRemark {
  private static final List<String> LIMITS = List.of("retain", "retain-count", "max-memory");

  private LettingGoRemark() {}

  /** What to say about some runs; nothing if none of them let anything go that counts as lost. */
  public static Optional<String> of(List<RunRecord> runs) {
    return runs.stream()
        .filter(run -> run.metrics().lost() > 0)
        .map(run -> limits(run.guarantees()))
        .filter(limits -> !limits.isEmpty())
        .findFirst()
        .map(
            limits ->
                "Maelstrom knows nothing of "
                    + limits
                    + " and counts what nodes let go as lost; the strict judge does not.");
  }

  private static String limits(@Nullable Map<String, String> guarantees) {
    return guarantees == null
        ? ""
        : LIMITS.stream()
            .filter(guarantees::containsKey)
            .map(limit -> "--" + limit + "=" + guarantees.get(limit))
            .collect(Collectors.joining(" "));
  }
}
