package org.hearsay.cli;

import java.nio.file.Path;

/** Results that genuine Maelstrom has left, for tests. */
final class Genuine {
  static final Path FLOOD = sample("25-nodes-grid-100ms-flood");
  static final Path TREE = sample("25-nodes-tree4-100ms-flood");
  static final Path INVALID = sample("five-nodes-tree4-partition-flood");
  static final Path NOTHING_STABLE = sample("five-nodes-malformed-reads");

  private Genuine() {}

  private static Path sample(String name) {
    return Path.of("..", "maelstrom", "src", "test", "resources", "results", name + ".edn")
        .toAbsolutePath()
        .normalize();
  }
}
