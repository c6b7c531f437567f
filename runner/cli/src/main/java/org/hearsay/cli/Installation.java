package org.hearsay.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where this program is, and how it is started again. */
final class Installation {
  private static final String HOME = "hearsay.home";

  private Installation() {}

  /** The launcher, if it is what started this program. */
  static Optional<Path> launcher() {
    return Optional.ofNullable(System.getProperty(HOME))
        .map(home -> Path.of(home, "runner", "bin", "runner"));
  }

  /** The words that start this program again, before its arguments. */
  static List<String> command() {
    return launcher()
        .map(path -> List.of(path.toString()))
        .orElseGet(
            () ->
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
  }
}
