package org.hearsay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    String label = options.isEmpty() ? run.strategy() : run.strategy() + ":" + options;
    String within = around(run).map(around -> label + " + " + around).orElse(label);
    return guarantees(run).map(given -> within + " " + given).orElse(within);
  }

  /** What the runtime guaranteed, if that tells it apart. */
  private Optional<String> guarantees(RunRecord run) {
    String own = run.guaranteesText();
    return own.isEmpty() || runs.stream().allMatch(other -> own.equals(other.guaranteesText()))
        ? Optional.empty()
        : Optional.of(own);
  }

  /**
   * What is around the strategy, if that tells it apart: by name, or in full where names do not.
   */
  private Optional<String> around(RunRecord run) {
    RunMembership own = run.membership();
    List<@Nullable RunMembership> others = new ArrayList<>();
    runs.forEach(other -> others.add(other.membership()));
    if (own == null || others.stream().allMatch(own::equals)) {
      return Optional.empty();
    }
    boolean namesTell =
        others.stream()
            .noneMatch(
                other -> other != null && !own.equals(other) && own.names().equals(other.names()));
    return Optional.of(namesTell ? own.names() : own.text());
  }

  private boolean differs(RunRecord run, String key) {
    return runs.stream()
        .filter(other -> other.strategy().equals(run.strategy()))
        .anyMatch(other -> !Objects.equals(run.config().get(key), other.config().get(key)));
  }
}
