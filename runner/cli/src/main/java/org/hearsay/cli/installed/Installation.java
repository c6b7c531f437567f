package org.hearsay.cli.installed;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where programs are on this machine.
 *
 * @param home the folder of this project, if the launcher has said so
 * @param searchPath where others are looked for, as in the variable {@code PATH}
 */
public record Installation(@Nullable Path home, @Nullable String searchPath) {

  /** What the launcher and the environment say. */
  public static Installation ofThisProcess() {
    String home = System.getProperty("hearsay.home");
    return new Installation(home == null ? null : Path.of(home), System.getenv("PATH"));
  }

  /** What starts a node. */
  public Optional<Path> launcher() {
    return Optional.ofNullable(home).map(folder -> folder.resolve("runner/bin/runner"));
  }
}
