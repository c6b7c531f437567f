package org.hearsay.maelstrom;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearsay.maelstrom.Section.UnexpectedException;
import org.hearsay.report.Decimals;
import org.hearsay.report.MaelstromResults;
import org.jspecify.annotations.Nullable;

/** A {@code results.edn} as genuine Maelstrom leaves it after a test of its broadcast workload. */
public final class ResultsFile {
  /** The name under which Maelstrom writes it. */
  public static final String NAME = "results.edn";

  private static final String NO_RESULTS = "is no " + NAME + " of Maelstrom's";
  private static final int MAX_BYTES = 256 << 20;
  private static final int MAX_REASON_CHARS = 200;
  private static final Set<String> KINDS = Set.of("broadcast", "read");

  private ResultsFile() {}

  /**
   * What a file says.
   *
   * @throws UnreadableResultsException if it is not there, cut off, or no such file
   */
  public static MaelstromResults read(Path file) throws UnreadableResultsException {
    if (Files.isDirectory(file)) {
      throw new UnreadableResultsException(
          file
              + " is a folder: name the "
              + NAME
              + " in it"
              + resultsIn(file).map(found -> ", as in " + found).orElse(""));
    }
    try {
      return results(parse(text(file)));
    } catch (UnexpectedException e) {
      throw new UnreadableResultsException(file + " " + e.getMessage());
    }
  }

  /** The most likely results in a folder: its own, or the latest of the store that it may be. */
  private static Optional<Path> resultsIn(Path folder) {
    return Stream.of("", "latest", "store/latest")
        .map(between -> folder.resolve(between).resolve(NAME))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String text(Path file) throws UnexpectedException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES);
      if (bytes.length == MAX_BYTES) {
        throw new UnexpectedException("is too long for a " + NAME);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new UnexpectedException("does not exist");
    } catch (AccessDeniedException e) {
      throw new UnexpectedException("may not be read");
    } catch (IOException e) {
      throw new UnexpectedException("cannot be read: " + e.getMessage());
    }
  }

  private static Section parse(String text) throws UnexpectedException {
    if (text.isBlank()) {
      throw new UnexpectedException("is empty");
    }
    if (!text.stripLeading().startsWith("{")) {
      throw new UnexpectedException(NO_RESULTS + ": it is no map");
    }
    try {
      if (Edn.parse(text) instanceof Map<?, ?> map) {
        return Section.root(map);
      }
      throw new UnexpectedException(NO_RESULTS + ": it is no map");
    } catch (Edn.SyntaxException e) {
      throw new UnexpectedException(
          e.cutOff
              ? "is cut off: it ends amid a value"
              : NO_RESULTS + ": " + shortened(String.valueOf(e.getMessage())));
    }
  }

  private static MaelstromResults results(Section root) throws UnexpectedException {
    refuseFailed(root);
    for (String part : List.of("valid?", "stats", "net", "workload")) {
      if (!root.has(part)) {
        throw new UnexpectedException(NO_RESULTS + ": it has no :" + part);
      }
    }
    MaelstromResults.Stats stats = stats(root.section("stats"));
    return new MaelstromResults(
        validity(root),
        stats,
        okFraction(root, stats),
        net(root.section("net")),
        workload(root.section("workload")));
  }

  /** A checker that threw leaves {@code :error} instead of results. */
  private static void refuseFailed(Section root) throws UnexpectedException {
    refuseIfFailed("Maelstrom's analysis", root);
    for (String part : List.of("stats", "net", "workload", "availability")) {
      Optional<Section> section = root.sectionIfAny(part);
      if (section.isPresent()) {
        refuseIfFailed("Maelstrom's :" + part + " checker", section.get());
      }
    }
  }

  private static void refuseIfFailed(String who, Section section) throws UnexpectedException {
    Optional<String> error = section.text("error");
    if (error.isPresent()) {
      throw new UnexpectedException(
          "is of a run that failed: " + who + " broke off with " + shortened(error.get()));
    }
  }

  private static String shortened(String reason) {
    String line = reason.strip().lines().findFirst().orElse("");
    return line.length() > MAX_REASON_CHARS ? line.substring(0, MAX_REASON_CHARS) + "…" : line;
  }

  private static String validity(Section root) throws UnexpectedException {
    String valid = root.text("valid?").orElse("");
    return switch (valid) {
      case "true", "false" -> valid;
      case ":unknown" -> "unknown";
      default ->
          throw new UnexpectedException("has a :valid? that Maelstrom does not say: " + valid);
    };
  }

  private static MaelstromResults.Stats stats(Section stats) throws UnexpectedException {
    Section kinds = stats.section("by-f");
    Set<String> foreign = new TreeSet<>(kinds.keys());
    foreign.removeAll(KINDS);
    if (!foreign.isEmpty()) {
      throw new UnexpectedException(
          "is of another workload than broadcast: its operations are "
              + String.join(", ", new TreeSet<>(kinds.keys())));
    }
    return new MaelstromResults.Stats(
        stats.count("count"),
        stats.count("ok-count"),
        stats.count("fail-count"),
        stats.count("info-count"),
        new MaelstromResults.ByF(counts(kinds, "broadcast"), counts(kinds, "read")));
  }

  private static MaelstromResults.@Nullable Counts counts(Section kinds, String kind)
      throws UnexpectedException {
    if (!kinds.has(kind)) {
      return null;
    }
    Section counts = kinds.section(kind);
    return new MaelstromResults.Counts(
        counts.count("count"),
        counts.count("ok-count"),
        counts.count("fail-count"),
        counts.count("info-count"));
  }

  /** As the file says or, as Maelstrom did not always say it, by its rule. */
  private static BigDecimal okFraction(Section root, MaelstromResults.Stats stats)
      throws UnexpectedException {
    Optional<Section> availability = root.sectionIfAny("availability");
    if (availability.isPresent()) {
      return availability.get().number("ok-fraction");
    }
    return stats.count() == 0
        ? BigDecimal.ONE
        : Decimals.share((double) stats.okCount() / stats.count());
  }

  private static MaelstromResults.Net net(Section net) throws UnexpectedException {
    return new MaelstromResults.Net(
        group(net.section("all")), group(net.section("clients")), group(net.section("servers")));
  }

  private static MaelstromResults.Group group(Section group) throws UnexpectedException {
    return new MaelstromResults.Group(
        group.count("send-count"),
        group.count("recv-count"),
        group.count("msg-count"),
        group.numberIfAny("msgs-per-op").orElse(null));
  }

  private static MaelstromResults.Workload workload(Section workload) throws UnexpectedException {
    if (!workload.has("attempt-count") || !workload.has("stable-count")) {
      throw new UnexpectedException(
          "is of another workload than broadcast: its :workload has no :attempt-count");
    }
    return new MaelstromResults.Workload(
        workload.count("attempt-count"),
        workload.count("stable-count"),
        workload.count("lost-count"),
        workload.count("stale-count"),
        workload.count("never-read-count"),
        workload.count("duplicated-count"),
        stableLatencies(workload));
  }

  private static MaelstromResults.@Nullable StableLatencies stableLatencies(Section workload)
      throws UnexpectedException {
    if (!workload.has("stable-latencies")) {
      return null;
    }
    Section latencies = workload.section("stable-latencies");
    return new MaelstromResults.StableLatencies(
        latencies.countAt("0"),
        latencies.countAt("0.5"),
        latencies.countAt("0.95"),
        latencies.countAt("0.99"),
        latencies.countAt("1"));
  }
}
