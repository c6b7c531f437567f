package org.hearsay.cli.maelstrom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;

/** A folder for another program to work in: the user's, or a new one that is removed at the end. */
final class WorkFolder implements AutoCloseable {
  private final Path path;
  private boolean temporary;

  private WorkFolder(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * The folder that was asked for or, if none was, a new one.
   *
   * @throws BadOptionException if it cannot be made
   */
  static WorkFolder of(@Nullable Path asked) {
    try {
      return asked == null
          ? new WorkFolder(Files.createTempDirectory("hearsay-maelstrom-"), true)
          : new WorkFolder(Files.createDirectories(asked).toAbsolutePath(), false);
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot make a folder for Maelstrom"
              + (asked == null ? "" : ", --store=" + asked)
              + ": "
              + e);
    }
  }

  Path path() {
    return path;
  }

  /** Lets it stay, and returns where that is unless the user knows. */
  Optional<Path> keep() {
    Optional<Path> unknown = temporary ? Optional.of(path) : Optional.empty();
    temporary = false;
    return unknown;
  }

  @Override
  public void close() {
    if (temporary) {
      try (Stream<Path> files = Files.walk(path)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot remove " + path + ": " + e.getMessage(), e);
      }
    }
  }
}
