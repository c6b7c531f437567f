package org.hearsay.cli.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.node.plugin.BadOptionException;
import org.jspecify.annotations.Nullable;

/**
 * Where driven nodes keep their data, each in a folder of its own there. A temporary place is
 * deleted at the end, also if the end is an interruption.
 */
public final class DataPlace implements AutoCloseable {
  private static final int MOST_TRIES = 10;
  private static final long PATIENCE_SECONDS = 2;

  private final @Nullable Path folder;
  private final boolean isTemporary;
  private final Thread hook = new Thread(this::deleteAfterNodes, "end of all data");

  private DataPlace(@Nullable Path folder, boolean isTemporary) {
    this.folder = folder;
    this.isTemporary = isTemporary;
    if (isTemporary) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

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

  /** The place; null if nodes keep no data. */
  public @Nullable Path folder() {
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
    if (!isTemporary) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // The program is already ending, and the hook at work.
    }
    try {
      delete();
    } catch (IOException e) {
      throw new UncheckedIOException("The data in " + folder + " cannot be deleted", e);
    }
  }

  /** Nodes that are ended at the same time may write until they are gone. */
  private void deleteAfterNodes() {
    boolean gone = false;
    for (int i = 0; i < MOST_TRIES && !gone; i++) {
      try {
        CompletableFuture.allOf(
                ProcessHandle.current()
                    .children()
                    .map(ProcessHandle::onExit)
                    .toArray(CompletableFuture<?>[]::new))
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        delete();
        gone = ProcessHandle.current().children().findAny().isEmpty();
      } catch (IOException | UncheckedIOException | ExecutionException | TimeoutException e) {
        // A node has been at work meanwhile: once more.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    if (!gone) {
      System.err.println("hearsay: the data in " + folder + " could not be deleted");
    }
  }

  private void delete() throws IOException {
    if (folder == null || Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
