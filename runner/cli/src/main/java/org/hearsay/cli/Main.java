package org.hearsay.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.StrategyCatalogModule;
import picocli.CommandLine;

/** The program: makes the command that the words name, and runs it. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] args) {
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    Console console =
        new Console(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            err,
            Boolean.getBoolean("hearsay.terminal"));
    // What a plug-in prints by mistake must not mix with results, nor with Maelstrom's protocol.
    System.setOut(err);
    System.exit(run(StrategyCatalogModule.ofClassPath(), console, args));
  }

  /** Runs a command on the strategies that a module binds, and returns its exit status. */
  static int run(Module catalog, Console console, String... args) {
    try {
      Optional<NodeOptions> node = NodeOptions.ifPlain(args);
      return node.isPresent()
          ? runNode(catalog, console, node.get())
          : runCommand(catalog, console, args);
    } catch (OutOfMemoryError e) {
      console.say("Out of memory; give it more, as in HEARSAY_JAVA_OPTS=-Xmx16g");
      return ExitStatus.FAILED;
    }
  }

  private static int runNode(Module catalog, Console console, NodeOptions options) {
    try {
      return Guice.createInjector(Stage.DEVELOPMENT, catalog, new NodeModule(console))
          .getInstance(NodeProcess.class)
          .run(options);
    } catch (BadOptionException e) {
      return console.misunderstood("runner node", String.valueOf(e.getMessage()));
    } catch (UncheckedIOException e) {
      console.say(String.valueOf(e.getMessage()));
      return ExitStatus.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.FAILED;
    }
  }

  private static int runCommand(Module catalog, Console console, String[] args) {
    Injector injector =
        Guice.createInjector(
            Stage.DEVELOPMENT, catalog, new NodeModule(console), new CommandsModule());
    CommandLine commands = new CommandLine(RunnerCommand.class, new CommandFactory(injector));
    return Problems.handledIn(commands, console).execute(impliedNode(args));
  }

  /** The words, with {@code node} before options that stand alone. */
  private static String[] impliedNode(String[] args) {
    boolean implied =
        args.length > 0
            && args[0].startsWith("-")
            && !List.of("--help", "-h", "--version", "-V").contains(args[0]);
    return implied
        ? Stream.concat(Stream.of(NodeCommand.NAME), Stream.of(args)).toArray(String[]::new)
        : args;
  }
}
