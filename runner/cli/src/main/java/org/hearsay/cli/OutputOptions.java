package org.hearsay.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how results come out. */
final class OutputOptions {

  /** How results are written on standard output. */
  enum Format {
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

  Format format() {
    return Words.parse("--format", Format.class, format);
  }

  RecordFile recordFile() {
    return RecordFile.appendingTo(out);
  }
}
