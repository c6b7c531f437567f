package org.hearsay.cli.report;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.RunRecord;
import org.hearsay.report.page.MarkdownReport;
import org.hearsay.report.page.Replay;
import org.hearsay.report.page.ReportCharts;
import org.hearsay.report.page.ReportPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner report}: records as something to look at. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner report FILE... --out FILE",
    description = {
      "Makes one page of run records that needs no network and nothing but a browser: who loses"
          + " nothing, what each latency costs, latencies, bytes and load, a broadcast to watch, and"
          + " behind each number what it means and the command that makes it again.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if it was written, 2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner compare --out runs.ndjson",
      "  runner/bin/runner report runs.ndjson --out report.html",
      "  runner/bin/runner report runs.ndjson --format md --out report.md",
      "  runner/bin/runner report runs.ndjson --format svg --out charts"
    })
public final class ReportCommand implements Callable<Integer> {

  /** What a report is. */
  enum Format {
    /** A page for a browser. */
    HTML,
    /** Tables for a README. */
    MD,
    /** Charts for a paper, a file each. */
    SVG
  }

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Records, as any command writes them with --out.")
  private List<Path> files = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the report goes; with --format=svg a folder.")
  private Path out = Path.of("report.html");

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "html (a page for a browser), md (tables for a README) or svg (charts, a file each)."
              + " Default: ${DEFAULT-VALUE}.")
  private String format = "html";

  @Option(
      names = "--no-replays",
      description =
          "Leave out the broadcasts to watch, for which simulated runs are made once more.")
  private boolean withoutReplays;

  @Inject
  ReportCommand(StrategyCatalog catalog, MembershipCatalog memberships, Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    Format chosen = Words.parse("--format", Format.class, format);
    List<RunRecord> runs = new ArrayList<>();
    files.forEach(file -> runs.addAll(RecordFile.read("", file)));
    switch (chosen) {
      case HTML -> write(out, new ReportPage(runs, bounds(), replays(runs)).html());
      case MD -> write(out, String.join("\n", new MarkdownReport(runs, bounds()).lines()) + "\n");
      case SVG -> writeAll(new ReportCharts(runs, bounds()).svgByName());
    }
    return ExitStatus.OK;
  }

  private Set<String> bounds() {
    return catalog.bounds().stream()
        .map(StrategyDescriptor::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Replay> replays(List<RunRecord> runs) throws InterruptedException {
    if (withoutReplays) {
      return List.of();
    }
    try (Progress progress = new Progress(console)) {
      return new Replays(catalog, memberships, progress).of(runs);
    }
  }

  private void writeAll(Map<String, String> charts) {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new BadOptionException("--out=" + out + " cannot be made a folder: " + e);
    }
    charts.forEach((name, svg) -> write(out.resolve(name + ".svg"), svg));
  }

  private void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new BadOptionException("Cannot write " + file + ": " + e);
    }
    console.say("wrote " + file);
  }
}
