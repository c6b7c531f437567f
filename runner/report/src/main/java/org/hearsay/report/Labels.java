package org.hearsay.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What to call each run's strategy among others: its name, and the options that tell it apart. */
public final class Labels {
  private final List<RunRecord> runs;

  /** Names for these runs. */
  public Labels(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
  }

  /** The name of one of them. */
  public String of(RunRecord run) {
    String options =
        run.config().keySet().stream()
            .filter(key -> differs(run, key))
            .map(key -> key + "=" + run.config().get(key))
            .collect(Collectors.joining(","));
    return options.isEmpty() ? run.strategy() : run.strategy() + ":" + options;
  }

  private boolean differs(RunRecord run, String key) {
    return runs.stream()
        .filter(other -> other.strategy().equals(run.strategy()))
        .anyMatch(other -> !Objects.equals(run.config().get(key), other.config().get(key)));
  }
}
