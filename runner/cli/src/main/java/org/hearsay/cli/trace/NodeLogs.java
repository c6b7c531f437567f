package org.hearsay.cli.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.cli.console.Problems;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.trail.JournalChronicle;
import org.jspecify.annotations.Nullable;

/** The logs of a run's nodes: every file of a folder whose name ends with {@code .log}. */
public final class NodeLogs {
  private static final String END = ".log";
  private static final Pattern OF_A_NODE = Pattern.compile("n[0-9]+\\.log");

  /** What a node says as it starts: who it is, and what all nodes of a run are. */
  private static final Pattern START = Pattern.compile("as \\S+ of (.+)");

  private final Path folder;
  private final List<Path> files;

  /** The nodes of each run, by what all nodes of a run say as they start. */
  private final Map<String, Set<String>> runs = new TreeMap<>();

  private NodeLogs(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  /**
   * The logs in a folder.
   *
   * @throws BadOptionException if there are none
   */
  static NodeLogs in(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(END)).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new BadOptionException("--logs=" + folder + " is no folder");
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot read --logs=" + folder + ": " + Problems.reason(e, "no such folder"));
    }
    if (files.isEmpty()) {
      throw new BadOptionException(
          "There is no log in " + folder + ", a file like n0" + END + ": drive --logs keeps them");
    }
    return new NodeLogs(folder, files);
  }

  /**
   * The logs in a folder that are of nodes named as ours name them, n0 and so on.
   *
   * @throws IOException if it is no folder or cannot be read
   */
  public static List<Path> ofNodes(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> OF_A_NODE.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .toList();
    }
  }

  /**
   * The ways of all rumors, the one first that took longest.
   *
   * @throws BadOptionException if the logs do not show any
   */
  List<RumorWay> all() {
    List<RumorWay> ways = new ArrayList<>(read(line -> line.contains(JournalChronicle.RUMOR)));
    if (ways.isEmpty()) {
      throw new BadOptionException(
          "The logs in " + folder + " do not show the ways of rumors: run nodes with --trail");
    }
    ways.sort(Comparator.comparing(RumorWay::lastMicros).reversed());
    return ways;
  }

  /** The way of the rumor with a name, {@code origin/incarnation/sequence}. */
  Optional<RumorWay> named(String rumor) {
    return read(line -> line.contains(rumor)).stream()
        .filter(way -> way.rumor().equals(rumor))
        .findFirst();
  }

  /** The names of the rumors that say something: a text as it is, or JSON. */
  List<String> saying(String value) {
    return read(line -> line.contains(RumorEvent.BEGUN.text())).stream()
        .filter(way -> way.says(value))
        .map(RumorWay::rumor)
        .toList();
  }

  /** That logs which have been read are of several runs, if they are. */
  Optional<String> mixture() {
    return runs.size() < 2
        ? Optional.empty()
        : Optional.of(
            "The logs in "
                + folder
                + " are of "
                + runs.size()
                + " runs, keep those of one: "
                + runs.entrySet().stream()
                    .map(run -> String.join(", ", run.getValue()) + " of " + run.getKey())
                    .collect(Collectors.joining("; ")));
  }

  private Collection<RumorWay> read(Predicate<String> wanted) {
    Map<String, RumorWay> ways = new LinkedHashMap<>();
    Set<String> nodes = new TreeSet<>(NodeLogs::byNumber);
    List<LogLine> lines = new ArrayList<>();
    for (Path file : files) {
      read(file, line -> line.contains(Entry.STARTED) || wanted.test(line), lines);
    }
    lines.sort(Comparator.comparing(LogLine::time));
    for (LogLine line : lines) {
      nodes.add(line.node());
      Matcher start = START.matcher(line.event().equals(Entry.STARTED) ? line.text() : "");
      if (start.matches()) {
        runs.computeIfAbsent(start.group(1), run -> new TreeSet<>(NodeLogs::byNumber))
            .add(line.node());
      }
      String rumor = line.field(JournalChronicle.RUMOR);
      if (rumor != null) {
        ways.computeIfAbsent(rumor, name -> new RumorWay(name, nodes)).add(line);
      }
    }
    return ways.values();
  }

  /** Those of n2 before those of n10. */
  private static int byNumber(String one, String other) {
    int byLength = Integer.compare(one.length(), other.length());
    return byLength != 0 ? byLength : one.compareTo(other);
  }

  private static void read(Path file, Predicate<String> wanted, List<LogLine> lines) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (wanted.test(line)) {
          LogLine.parse(utf8(line))
              .filter(each -> !each.node().equals(Entry.NOBODY))
              .ifPresent(lines::add);
        }
      }
    } catch (IOException e) {
      throw new BadOptionException(
          "Cannot read " + file + ": " + Problems.reason(e, "no such file"));
    }
  }

  /** Whatever else is in there: a node may have died amid a character. */
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** A field as a number, or -1. */
  static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
