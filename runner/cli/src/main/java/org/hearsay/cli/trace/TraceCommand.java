package org.hearsay.cli.trace;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner trace}: a rumor's way through a cluster, from the logs of its nodes. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner trace [RUMOR] [--logs DIR]",
    description = {
      "Rebuilds a rumor's way through a cluster from the logs that real nodes have written with"
          + " --trail: who got it from whom, when, over how many hops, and what else happened to it.",
      "Text and JSON are understood. The nodes have to have run on one machine, or on several with"
          + " one idea of the time.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if there is such a rumor, 1 if there is none or there are several, 2 if the"
          + " command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner drive --strategy=flood --trail --logs logs",
      "  runner/bin/runner trace --logs logs",
      "  runner/bin/runner trace value=42 --logs logs",
      "  runner/bin/runner trace n3/1767225600000/17 --logs logs"
    })
public final class TraceCommand implements Callable<Integer> {
  private static final String BY_VALUE = "value=";
  private static final String NAME = "[^/]+/-?[0-9]+/[0-9]+";

  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUMOR",
      description =
          "Which one: its name, origin/incarnation/sequence, or value=V for what a client has"
              + " broadcast. Default: a list of those there are, the slowest first.")
  private @Nullable String rumor;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "The folder with the nodes' logs, as drive --logs keeps them. Default: this folder.")
  private Path logs = Path.of("");

  @Inject
  TraceCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    NodeLogs all = NodeLogs.in(logs);
    int status = show(all);
    all.mixture().ifPresent(console::say);
    return status;
  }

  private int show(NodeLogs all) {
    if (rumor == null) {
      console.print(WayPage.list(all.all()));
      return ExitStatus.OK;
    }
    String wanted = rumor.startsWith(BY_VALUE) ? rumor.substring(BY_VALUE.length()) : rumor;
    List<String> names = rumor.matches(NAME) ? List.of(rumor) : all.saying(wanted);
    if (names.size() > 1) {
      console.say(
          names.size()
              + " rumors say "
              + wanted
              + (ofSeveralLives(names) ? ", of several lives or runs of nodes" : "")
              + "; take one by its name: "
              + String.join(", ", names.subList(0, Math.min(names.size(), 5))));
      return ExitStatus.FAILED;
    }
    Optional<RumorWay> way = names.stream().findFirst().flatMap(all::named);
    if (way.isEmpty()) {
      console.say(
          "The logs do not show a rumor that is named or says "
              + wanted
              + "; without a name, trace lists those that they show");
      return ExitStatus.FAILED;
    }
    console.print(WayPage.tree(way.get()));
    return ExitStatus.OK;
  }

  /** Whether one node has begun them in more than one of its incarnations. */
  private static boolean ofSeveralLives(List<String> names) {
    List<String> lives =
        names.stream().map(name -> name.substring(0, name.lastIndexOf('/'))).distinct().toList();
    return lives.stream().map(life -> life.substring(0, life.indexOf('/'))).distinct().count()
        < lives.size();
  }
}
