package org.hearsay.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.RunRecord;
import org.jspecify.annotations.Nullable;

/** A file that gathers run records, a line each, every line complete as soon as its run is. */
final class RecordFile implements AutoCloseable {
  private final Writer writer;

  private RecordFile(Writer writer) {
    this.writer = writer;
  }

  /**
   * A file whose records stay, or nothing where there is no path.
   *
   * @throws BadOptionException if the file cannot be written
   */
  static RecordFile appendingTo(@Nullable Path path) {
    if (path == null) {
      return new RecordFile(Writer.nullWriter());
    }
    try {
      return new RecordFile(
          Files.newBufferedWriter(
              path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new BadOptionException("Cannot write --out=" + path + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such folder";
    }
    return e instanceof FileSystemException failed && failed.getReason() != null
        ? failed.getReason()
        : e.toString();
  }

  /** Adds a record. */
  void add(RunRecord run) {
    try {
      writer.write(run.json() + "\n");
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
