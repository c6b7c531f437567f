package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.node.plugin.PluginsModule;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Guards against READMEs that show what the program no longer prints, or no longer understands. */
final class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final String OMITTED = "...\n";
  private static final Pattern BLOCK =
      Pattern.compile("```(console|sh)\\n(.*?)\\n```", Pattern.DOTALL);
  private static final Pattern SHOWN =
      Pattern.compile("^\\$ runner/bin/runner (.*)\\n((?:(?!\\$ ).*\\n)*)", Pattern.MULTILINE);
  private static final Pattern TOLD =
      Pattern.compile("^(?:[A-Z_]+=\\S+ )?runner/bin/runner (.*)$", Pattern.MULTILINE);
  private static final Pattern QUICK =
      Pattern.compile(
          "simulate|compare --(weather|strategies)|fidelity --records|reproduce demers"
              + "|new-strategy");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");

  private static final List<String> BUILT_IN =
      List.of(
          "deadline-tree",
          "delta-ack",
          "fanout",
          "flood",
          "full-state",
          "median-counter",
          "push-pull",
          "spanning-tree",
          "oracle");

  /** A command, and what is shown of its output: all, or pieces with {@code ...} between them. */
  private record Example(Path file, String words, String output) {
    @Override
    public String toString() {
      return ROOT.relativize(file) + ": " + words;
    }
  }

  static List<Example> examples() throws IOException {
    return found("console", SHOWN);
  }

  static List<Example> commands() throws IOException {
    List<Example> all = found("sh", TOLD);
    all.addAll(examples());
    return all;
  }

  private static List<Example> found(String kind, Pattern command) throws IOException {
    List<Example> found = new ArrayList<>();
    for (Path file : readmes()) {
      Matcher block = BLOCK.matcher(Files.readString(file));
      while (block.find()) {
        Matcher shown = command.matcher(block.group(2) + "\n");
        while (block.group(1).equals(kind) && shown.find()) {
          String output = shown.groupCount() > 1 ? shown.group(2) : "";
          found.add(new Example(file, shown.group(1), output));
        }
      }
    }
    return found;
  }

  private static List<Path> readmes() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.endsWith("README.md"))
          .filter(file -> !file.toString().matches(".*/(src|target)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String[] words(String command) {
    return WORD.matcher(command.replaceFirst(" +#.*", ""))
        .results()
        .map(word -> word.group().replace("'", ""))
        .map(word -> word.replaceFirst("^runner/cli/", ""))
        .toArray(String[]::new);
  }

  /** The strategies that the READMEs show, whatever else a user has added. */
  private static StrategyModule[] builtIn() {
    return ServiceLoader.load(StrategyModule.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(plugin -> BUILT_IN.contains(StrategyCatalog.of(plugin).all().get(0).name()))
        .toArray(StrategyModule[]::new);
  }

  @Test
  void theReadmesShowCommands() throws IOException {
    assertTrue(examples().size() > 10, examples().toString());
    assertTrue(commands().size() > 30, commands().toString());
    assertTrue(quickCommands().size() > 6, quickCommands().toString());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aCommandShownPrintsWhatIsShown(Example example) {
    String printed = Cli.with(builtIn(), words(example.words)).out();
    if (!example.output.contains(OMITTED)) {
      assertEquals(example.output, printed);
    }
    int from = 0;
    for (String piece : example.output.split(Pattern.quote(OMITTED), -1)) {
      int at = printed.indexOf(piece, from);
      assertTrue(at >= 0, () -> "not printed:\n" + piece + "in\n" + printed);
      from = at + piece.length();
    }
  }

  /** Those that take seconds, in virtual time, and need nothing that a reader has yet to write. */
  static List<Example> quickCommands() throws IOException {
    return found("sh", TOLD).stream()
        .filter(told -> QUICK.matcher(told.words).lookingAt())
        .filter(told -> !told.words.contains("lucky,") && !told.words.contains("weather.json"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("quickCommands")
  void aQuickCommandRuns(Example example, @TempDir Path folder) {
    String[] words =
        Stream.of(words(example.words))
            .map(word -> word.replaceFirst("^results/", ROOT + "/results/"))
            .map(word -> word.replaceFirst("^(\\.\\./lucky|runs\\.ndjson)$", folder + "/out"))
            .toArray(String[]::new);
    Cli cli = Cli.run(words);
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
  }

  /** That table takes minutes to make: {@code results/regenerate --check} compares all of it. */
  @Test
  void whatIsShownOfPublishedFiguresIsInTheResults() throws IOException {
    String shown = Files.readString(ROOT.resolve("README.md"));
    List<String> results = Files.readAllLines(ROOT.resolve("results/reproduce.txt"));
    List<String> lines = shown.lines().filter(line -> line.contains(" [K]  ")).toList();
    assertTrue(lines.size() >= 4, lines.toString());
    for (String line : lines) {
      assertTrue(results.contains(line), line);
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandToldIsUnderstood(Example example) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            false);
    CommandLine commands =
        Commands.line(
            Guice.createInjector(PluginsModule.ofClassPath(), new CommandsModule(console)));
    commands.parseArgs(Commands.impliedNode(words(example.words)));
  }
}
