package org.hearsay.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.cli.console.Problems;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunRecord;
import org.jspecify.annotations.Nullable;

/** A file that gathers run records, a line each, every line complete as soon as its run is. */
public final class RecordFile implements AutoCloseable {
  private final Writer writer;

  private RecordFile(Writer writer) {
    this.writer = writer;
  }

  /**
   * A file whose records stay, or nothing where there is no path.
   *
   * @throws BadOptionException if the file cannot be written
   */
  public static RecordFile appendingTo(@Nullable Path path) {
    if (path == null) {
      return new RecordFile(Writer.nullWriter());
    }
    try {
      return new RecordFile(
          Files.newBufferedWriter(
              path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot write --out=" + path + ": " + Problems.reason(e, "no such folder"));
    }
  }

  /**
   * The records in a file.
   *
   * @param option names the file on the command line, up to the path
   * @throws BadOptionException saying what is wrong with the file, and in which line
   */
  public static List<RunRecord> read(String option, Path file) {
    List<RunRecord> records = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          records.add(RunRecord.ofJson(line));
        }
      }
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot read " + option + file + ": " + Problems.reason(e, "no such file"));
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(
          option + file + ", record " + (records.size() + 1) + ": " + e.getMessage());
    }
    if (records.isEmpty()) {
      throw new BadOptionException(
          option + file + " holds no run record; commands write them with --out=" + file);
    }
    return records;
  }

  /** Adds a record. */
  public void add(RunRecord run) {
    try {
      writer.write(run.by(Version.commit()).json() + "\n");
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the run record: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the run records: " + e.getMessage(), e);
    }
  }
}
