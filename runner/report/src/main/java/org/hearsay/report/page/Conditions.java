package org.hearsay.report.page;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;

/** What runs have in common, and in what they differ besides strategy and seed. */
final class Conditions {
  private static final String UNKNOWN = "settings unknown";

  /** What may differ, each as users would say it. */
  private static final List<Function<RunSettings, String>> ASPECTS =
      List.of(
          RunSettings::faults,
          RunSettings::nodes,
          RunSettings::topology,
          RunSettings::links,
          RunSettings::load,
          RunSettings::surroundings);

  private final List<RunRecord> runs;
  private final List<Function<RunSettings, String>> differing;

  Conditions(List<RunRecord> runs) {
    this.runs = runs;
    this.differing = ASPECTS.stream().filter(aspect -> texts(aspect).count() > 1).toList();
  }

  private Stream<String> texts(Function<RunSettings, String> aspect) {
    return runs.stream().map(RunRecord::settings).filter(Objects::nonNull).map(aspect).distinct();
  }

  /** What all runs that say their settings have in common. */
  String common() {
    return ASPECTS.stream()
        .filter(aspect -> !differing.contains(aspect))
        .flatMap(this::texts)
        .collect(Collectors.joining(", "));
  }

  /** What tells a run's conditions from those of others. */
  String block(RunRecord run) {
    RunSettings settings = run.settings();
    String where = settings == null ? UNKNOWN : describe(settings);
    boolean oneWorld = runs.stream().map(RunRecord::world).distinct().count() == 1;
    return oneWorld ? where : run.world() + ": " + where;
  }

  private String describe(RunSettings settings) {
    return differing.isEmpty()
        ? settings.faults()
        : differing.stream()
            .map(aspect -> aspect.apply(settings))
            .collect(Collectors.joining(", "));
  }
}
