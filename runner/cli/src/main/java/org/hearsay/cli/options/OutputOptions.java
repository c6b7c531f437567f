package org.hearsay.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.report.Csv;
import org.hearsay.report.RunRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how results come out. */
public final class OutputOptions {

  /** How results are written on standard output. */
  public enum Format {
    /** For people. */
    TABLE,
    /** A run record a line. */
    JSON,
    /** A header, and a row a run. */
    CSV
  }

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "What is printed: table (for people), json (a run record a line) or csv (a header, and a"
              + " row a run). Default: ${DEFAULT-VALUE}.")
  private String format = "table";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Append each run's record to this file as it ends, a line of JSON a run.")
  private @Nullable Path out;

  /** A run, or several, in the format that was asked for; {@code table} makes them for people. */
  public List<String> lines(List<RunRecord> runs, Supplier<List<String>> table) {
    return switch (format()) {
      case TABLE -> table.get();
      case JSON -> runs.stream().map(run -> run.by(Version.commit()).json()).toList();
      case CSV -> Csv.of(runs);
    };
  }

  /** The format that was asked for. */
  public Format format() {
    return Words.parse("--format", Format.class, format);
  }

  /** The file that was asked for, or one that keeps nothing. */
  public RecordFile recordFile() {
    return RecordFile.appendingTo(out);
  }
}
