package org.hearsay.cli.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;

/**
 * Where driven nodes keep their data, each in a folder of its own there.
 *
 * @param folder the place; null if they keep none
 * @param isTemporary whether it is deleted at the end
 */
public record DataPlace(@Nullable Path folder, boolean isTemporary) implements AutoCloseable {

  /**
   * A place.
   *
   * @param asked for which folder; empty for any, null for none
   * @throws BadOptionException if it cannot be written to
   */
  public static DataPlace of(@Nullable String asked) {
    if (asked == null) {
      return new DataPlace(null, false);
    }
    try {
      return asked.isEmpty()
          ? new DataPlace(Files.createTempDirectory("hearsay-data-"), true)
          : new DataPlace(empty(Path.of(asked)), false);
    } catch (IOException e) {
      throw new BadOptionException(
          GuaranteeOptions.DATA + "=" + asked + " is no folder that can be written to");
    }
  }

  /** A folder with nothing in it: values that nobody broadcasts in a run are invented. */
  private static Path empty(Path asked) throws IOException {
    Path folder = Files.createDirectories(asked).toAbsolutePath();
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new BadOptionException(
            GuaranteeOptions.DATA
                + "="
                + asked
                + " holds something, perhaps the data of an earlier run: name an empty folder, or"
                + " none");
      }
    }
    return folder;
  }

  /** What there is to say of it before a run, a line each. */
  List<String> lines() {
    return folder == null
        ? List.of()
        : List.of(
            "data        "
                + folder
                + ", a folder for each node"
                + (isTemporary ? ", deleted at the end" : ""));
  }

  @Override
  public void close() {
    if (folder != null && isTemporary) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("The data in " + folder + " cannot be deleted", e);
      }
    }
  }
}
