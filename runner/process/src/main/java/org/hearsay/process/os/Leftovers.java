package org.hearsay.process.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes that were started for a run, found by a mark in their environment, which children
 * inherit: also those whose parent is gone. Where there is no {@code /proc} none is found.
 */
final class Leftovers {
  private static final String VARIABLE = "HEARSAY_DRIVE";
  private static final Path PROC = Path.of("/proc");

  private final String run;

  /** The processes of one run, which has a name of its own. */
  Leftovers(String run) {
    this.run = run;
  }

  /** Marks the process that is going to be a node. */
  void mark(ProcessBuilder builder, int node) {
    builder.environment().put(VARIABLE, run + "/" + node);
  }

  /** All processes that are there now, with the number of the node that they belong to. */
  Map<ProcessHandle, Integer> find() {
    Map<ProcessHandle, Integer> found = new LinkedHashMap<>();
    if (!Files.isDirectory(PROC)) {
      return found;
    }
    try (Stream<Path> entries = Files.list(PROC)) {
      entries.forEach(entry -> look(entry, found));
    } catch (IOException | UncheckedIOException e) {
      return found;
    }
    return found;
  }

  /** Whether a process is there, and not only its exit status that nobody has asked for. */
  static boolean isRunning(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String status = Files.readString(PROC.resolve(process.pid() + "/stat"));
      return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return process.isAlive();
    }
  }

  private void look(Path entry, Map<ProcessHandle, Integer> found) {
    String name = entry.getFileName().toString();
    if (!name.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return;
    }
    try {
      String start = VARIABLE + "=" + run + "/";
      String environment =
          new String(Files.readAllBytes(entry.resolve("environ")), StandardCharsets.ISO_8859_1);
      for (String variable : environment.split("\0", -1)) {
        if (variable.startsWith(start)) {
          Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(name));
          handle
              .filter(ProcessHandle::isAlive)
              .ifPresent(
                  alive -> found.put(alive, Integer.parseInt(variable.substring(start.length()))));
        }
      }
    } catch (IOException e) {
      // Somebody else's process, or one that has just ended.
    }
  }
}
