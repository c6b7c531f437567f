package org.hearsay.cli;

import com.google.inject.Binder;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.Problems;
import org.hearsay.cli.node.NodeCommand;
import picocli.CommandLine;

/** The commands: makes the one that the words name, and runs it. */
final class Commands {

  private Commands() {}

  /** Runs a command on the strategies that a module binds, and returns its exit status. */
  static int run(Module catalog, Console console, String... args) {
    Injector injector =
        Guice.createInjector(
            Stage.DEVELOPMENT,
            Binder::requireExplicitBindings,
            catalog,
            new CommandsModule(console));
    return Problems.handledIn(line(injector), console).execute(impliedNode(args));
  }

  /** The commands that an injector makes. */
  static CommandLine line(Injector injector) {
    return new CommandLine(RunnerCommand.class, new CommandFactory(injector));
  }

  /** The words, with {@code node} before options that stand alone. */
  static String[] impliedNode(String[] args) {
    boolean implied =
        args.length > 0
            && args[0].startsWith("-")
            && !List.of("--help", "-h", "--version", "-V").contains(args[0]);
    return implied
        ? Stream.concat(Stream.of(NodeCommand.NAME), Stream.of(args)).toArray(String[]::new)
        : args;
  }
}
