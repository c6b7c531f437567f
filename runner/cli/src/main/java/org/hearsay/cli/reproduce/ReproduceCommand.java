package org.hearsay.cli.reproduce;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.Seed;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.plugin.Suggestions;
import org.hearsay.reproduction.Figure;
import org.hearsay.reproduction.FigureData;
import org.hearsay.reproduction.PublishedTable;
import org.hearsay.reproduction.Reproduction;
import org.hearsay.reproduction.TablePage;
import org.hearsay.reproduction.Tables;
import org.hearsay.reproduction.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner reproduce}: published figures, derived again. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner reproduce [OPTION]... [TABLE]...",
    description = {
      "Derives published tables again, many runs of each row on all cores, and says of each figure"
          + " whether it is reproduced. How that is judged is in runner/reproduction/README.md.",
      "Tables: demers-1, demers-2, demers-3, fixed-fanout, karp, maelstrom, mesh-duplicates, mesh-hops,"
          + " rounds-pull, rounds-push.",
      "Only where they are named, as they take minutes: churn, detection, guarantees, hyparview,"
          + " hyparview-kills, lifeguard, mass-restart, overload, plumtree, plumtree-kills. --list says"
          + " what they are of.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if every figure is reproduced or its deviation explained, 1 if some deviation"
          + " is not,",
      "2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner reproduce",
      "  runner/bin/runner reproduce demers-1 fixed-fanout --runs-factor=0.1",
      "  runner/bin/runner reproduce my-table.json --format=md"
    })
public final class ReproduceCommand implements Callable<Integer> {
  private static final String FILE_ENDING = ".json";

  private enum Format {
    TABLE,
    JSON,
    CSV,
    MD
  }

  private final StrategyCatalog strategies;
  private final MembershipCatalog memberships;
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "TABLE",
      description =
          "Which tables: names, or files of your own (*.json). Default: all of the first list.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--list", description = "Just list the tables.")
  private boolean list;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of each row's first run. Default: ${DEFAULT-VALUE}.")
  private long seed = Seed.USUAL;

  @Option(
      names = "--runs-factor",
      paramLabel = "X",
      description = "Make X times as many runs as the tables say. Default: ${DEFAULT-VALUE}.")
  private double factor = 1;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "What is printed: table (for people), json (a figure a line), csv (a header, and a row a"
              + " figure) or md (tables in Markdown). Default: ${DEFAULT-VALUE}.")
  private String format = "table";

  @Inject
  ReproduceCommand(StrategyCatalog strategies, MembershipCatalog memberships, Console console) {
    this.strategies = strategies;
    this.memberships = memberships;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Format chosen = Words.parse("--format", Format.class, format);
    if (!(factor > 0 && factor <= 1_000)) {
      throw new BadOptionException("--runs-factor must be above 0 and at most 1000, as in 0.1");
    }
    Map<String, PublishedTable> tables = tables();
    if (list) {
      tables.forEach((name, table) -> console.print(List.of(name + ": " + table.title())));
      return ExitStatus.OK;
    }
    List<Figure> all = new ArrayList<>();
    TablePage page = new TablePage();
    Reproduction reproduction = reproduction(tables);
    if (chosen == Format.CSV) {
      console.print(List.of(FigureData.csvHead()));
    }
    try (Progress progress = new Progress(console)) {
      reproduction.run(
          Runtime.getRuntime().availableProcessors(),
          done -> progress.show(done + "/" + reproduction.runs() + " runs"),
          (name, figures) -> {
            PublishedTable table = Objects.requireNonNull(tables.get(name));
            print(lines(chosen, name, table, figures, page), progress);
            all.addAll(figures);
          });
    }
    if (chosen == Format.TABLE) {
      console.print(page.summary());
    }
    boolean unexplained = TablePage.verdicts(all).stream().anyMatch(Verdict::isUnexplained);
    return unexplained ? ExitStatus.FAILED : ExitStatus.OK;
  }

  private static List<String> lines(
      Format format, String name, PublishedTable table, List<Figure> figures, TablePage page) {
    return switch (format) {
      case TABLE -> page.lines(name, table, figures);
      case JSON -> FigureData.json(name, figures);
      case CSV -> FigureData.csv(name, figures);
      case MD -> FigureData.markdown(name, table, figures);
    };
  }

  private void print(List<String> lines, Progress progress) {
    progress.close();
    console.print(lines);
  }

  private Reproduction reproduction(Map<String, PublishedTable> tables) {
    try {
      return new Reproduction(tables, strategies, memberships, seed, factor);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(String.valueOf(e.getMessage()));
    }
  }

  private Map<String, PublishedTable> tables() {
    Map<String, PublishedTable> known = Tables.all();
    if (names.isEmpty() && list) {
      return known;
    }
    Map<String, PublishedTable> tables = new LinkedHashMap<>();
    if (names.isEmpty()) {
      tables.putAll(known);
      tables.values().removeIf(PublishedTable::onRequest);
    }
    for (String name : names) {
      PublishedTable table = name.endsWith(FILE_ENDING) ? read(Path.of(name)) : known.get(name);
      if (table == null) {
        throw new BadOptionException(
            "There is no table \""
                + name
                + "\", "
                + Suggestions.didYouMean(name, known.keySet(), "tables"));
      }
      tables.put(Tables.name(Path.of(name)), table);
    }
    return tables;
  }

  private static PublishedTable read(Path file) {
    try {
      return Tables.read(file);
    } catch (IOException e) {
      throw new BadOptionException("Cannot read " + file + ": " + e);
    } catch (IllegalArgumentException e) {
      throw new BadOptionException(String.valueOf(e.getMessage()));
    }
  }
}
