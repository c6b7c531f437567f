package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A text that a test must reproduce, kept in {@code src/test/resources}. With {@code
 * -Dgolden.update=true} the test writes it instead; then read what changed before you commit it.
 */
final class GoldenFile {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private final Path file;

  /** The file at a path below the resources. */
  GoldenFile(String path) {
    file = RESOURCES.resolve(path);
  }

  /** Compares, or writes if that was asked for. */
  void assertReproducedBy(String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } else if (!Files.exists(file)) {
      fail(file + " is missing. " + howToUpdate());
    } else {
      compare(Files.readString(file).lines().toList(), text.lines().toList());
    }
  }

  private void compare(List<String> kept, List<String> made) {
    for (int i = 0; i < Math.max(kept.size(), made.size()); i++) {
      String was = line(kept, i);
      String is = line(made, i);
      if (!was.equals(is)) {
        fail(
            file + ", line " + (i + 1) + "\n  was " + was + "\n  is  " + is + "\n" + howToUpdate());
      }
    }
  }

  private static String line(List<String> lines, int index) {
    return index < lines.size() ? lines.get(index) : "(the end)";
  }

  private static String howToUpdate() {
    return "If the change is meant, run the test with -Dgolden.update=true, and read the difference";
  }
}
