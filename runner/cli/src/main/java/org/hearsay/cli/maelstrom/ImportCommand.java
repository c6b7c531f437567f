package org.hearsay.cli.maelstrom;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.cli.compare.ComparisonPage;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.maelstrom.GenuineRun;
import org.hearsay.maelstrom.ResultsFile;
import org.hearsay.maelstrom.UnreadableResultsException;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.report.Comparison;
import org.hearsay.report.Csv;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.ReplayCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code runner import}: results of genuine Maelstrom as run records. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner import FILE... [OPTION]...",
    description = {
      "Reads the results.edn of genuine Maelstrom's broadcast tests, made with whatever nodes, and"
          + " prints one table of them.",
      "A results.edn does not say under which settings it came about; the options say it. With any"
          + " of them the others have their defaults.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if all files were read, also where Maelstrom found a run invalid; 1 if a file"
          + " could not be read;",
      "2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner import store/latest/results.edn",
      "  runner/bin/runner import mine.edn theirs.edn --topology=tree4 --format=csv",
      "  runner/bin/runner import store/latest/results.edn --strategy=mine --out runs.ndjson"
    })
public final class ImportCommand implements Callable<Integer> {
  private static final String HINT = "settings unknown; say them with --topology and the like";
  private static final String NEMESIS_INTERVAL = "--nemesis-interval";

  /** What a user of Maelstrom chooses. */
  private static final List<String> CHOSEN_FOR_MAELSTROM =
      List.of(
          "--node-count",
          "--topology",
          "--latency",
          "--latency-dist",
          "--rate",
          "--time-limit",
          "--nemesis");

  /** What is always the same in Maelstrom, or needs another to matter. */
  private static final List<String> OTHERS =
      List.of(NEMESIS_INTERVAL, "--quiet", "--loss", "--network");

  private final Console console;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A results.edn, by any name.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "LABEL",
      description =
          "What to call the runs. Default: the file's name or, if that is results.edn, its"
              + " folder's.")
  private @Nullable String label;

  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    OutputOptions.Format format = output.format();
    if (label != null && !label.matches("\\P{Cntrl}*\\S\\P{Cntrl}*")) {
      throw new BadOptionException("--strategy must be a word or a few, in one line");
    }
    RunSettings settings = settings();
    List<RunRecord> records = new ArrayList<>();
    try (RecordFile file = output.recordFile()) {
      for (Path path : files) {
        try {
          RunRecord record = imported(path, settings);
          file.add(record);
          records.add(record);
        } catch (UnreadableResultsException e) {
          console.say(String.valueOf(e.getMessage()));
        }
      }
    }
    int failed = files.size() - records.size();
    console.print(
        switch (format) {
          case TABLE -> records.isEmpty() ? List.of() : page(records, settings, failed);
          case JSON -> records.stream().map(RunRecord::json).toList();
          case CSV -> Csv.of(records);
        });
    return failed == 0 ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private RunRecord imported(Path file, @Nullable RunSettings settings)
      throws UnreadableResultsException {
    return GenuineRun.imported(
        label == null ? GenuineRun.label(file) : label,
        isGiven("--seed") ? run.seed() : null,
        settings,
        ResultsFile.read(file));
  }

  private static List<String> page(
      List<RunRecord> records, @Nullable RunSettings settings, int failed) {
    if (settings == null) {
      return ComparisonPage.table(new Comparison(records, HINT));
    }
    List<String> lines = new ArrayList<>(List.of(settings.sentence(), ""));
    lines.addAll(
        failed == 0
            ? ComparisonPage.results(records, List.of(), 0)
            : ComparisonPage.table(new Comparison(records)));
    return lines;
  }

  /** What the user says of the runs, with a word on what is assumed; null if that is nothing. */
  private @Nullable RunSettings settings() {
    if (Stream.concat(CHOSEN_FOR_MAELSTROM.stream(), OTHERS.stream()).noneMatch(this::isGiven)) {
      return null;
    }
    RunSettings settings = run.settings();
    Stream<String> interval = settings.hasNemesis() ? Stream.of(NEMESIS_INTERVAL) : Stream.of();
    List<String> unsaid =
        Stream.concat(CHOSEN_FOR_MAELSTROM.stream(), interval)
            .filter(option -> !isGiven(option))
            .toList();
    String assumed =
        Stream.of(ReplayCommand.options(SimulationSettings.of(settings, run.seed())).split(" "))
            .filter(word -> unsaid.contains(word.substring(0, word.indexOf('='))))
            .collect(Collectors.joining(" "));
    if (!assumed.isEmpty()) {
      console.say("Assumed of the runs: " + assumed);
    }
    return settings;
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
