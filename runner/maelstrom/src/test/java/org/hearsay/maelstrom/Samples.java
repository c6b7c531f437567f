package org.hearsay.maelstrom;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hearsay.report.MaelstromResults;

/** The genuine results that tests hold the import to. */
final class Samples {
  static final String FLOOD = "25-nodes-grid-100ms-flood";
  static final String NOTHING_STABLE = "five-nodes-malformed-reads";
  static final String PARTITION = "five-nodes-tree4-partition-flood";

  static final List<String> ALL =
      List.of(
          FLOOD,
          "25-nodes-grid-100ms-flood-10s",
          "25-nodes-grid-100ms-partition-flood",
          "25-nodes-tree4-100ms-flood",
          NOTHING_STABLE,
          PARTITION);

  private Samples() {}

  static Path path(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("/results/" + name + ".edn")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static String text(String name) throws IOException {
    return Files.readString(path(name));
  }

  static MaelstromResults read(String name) throws UnreadableResultsException {
    return ResultsFile.read(path(name));
  }
}
