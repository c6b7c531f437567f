package org.hearsay.maelstrom;

import java.nio.file.Path;
import java.util.Map;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;

/** Runs under genuine Maelstrom as records: what only the other worlds know is absent. */
public final class GenuineRun {
  private static final String WORLD = "maelstrom";
  private static final String SUFFIX = ".edn";

  private GenuineRun() {}

  /** A run of which there is no more than its results, and whatever the user says of it. */
  public static RunRecord imported(
      String label, @Nullable Long seed, @Nullable RunSettings settings, MaelstromResults results) {
    return record(label, Map.of(), seed, null, settings, results);
  }

  /** A run that was started from here. */
  static RunRecord of(BroadcastRun run, MaelstromResults results) {
    return record(run.strategy(), run.config(), run.seed(), run.command(), run.settings(), results);
  }

  private static RunRecord record(
      String strategy,
      Map<String, String> config,
      @Nullable Long seed,
      @Nullable String command,
      @Nullable RunSettings settings,
      MaelstromResults results) {
    return new RunRecord(
        WORLD,
        strategy,
        config,
        seed,
        command,
        settings,
        Measurements.of(results, null, null, null),
        results);
  }

  /**
   * What to call a run by its file: its name or, as all in Maelstrom's store have one, the
   * folder's.
   */
  public static String label(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String name = String.valueOf(absolute.getFileName());
    Path folder = absolute.getParent();
    if (name.equals(ResultsFile.NAME) && folder != null && folder.getFileName() != null) {
      return String.valueOf(folder.getFileName());
    }
    return name.endsWith(SUFFIX) && name.length() > SUFFIX.length()
        ? name.substring(0, name.length() - SUFFIX.length())
        : name;
  }
}
