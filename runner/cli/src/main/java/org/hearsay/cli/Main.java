package org.hearsay.cli;

import com.google.inject.Binder;
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
import java.util.Optional;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Plugins;
import org.hearsay.cli.node.NodeOptions;
import org.hearsay.cli.node.NodeProcess;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.PluginsModule;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;

/**
 * The program: a node if the words start one, or else the command that they name.
 *
 * <p>A node is short of time as it starts. What it does not need, picocli and the commands, is
 * nowhere mentioned here: the JVM would load some of it to verify this class.
 */
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
    System.exit(run(console, System.getenv(Plugins.VARIABLE), args));
  }

  /** Runs a command on the strategies that are built in, and those that the user has besides. */
  static int run(Console console, @Nullable String plugins, String... args) {
    Module catalog;
    try {
      catalog =
          Plugins.place(args, plugins)
              .map(PluginsModule::withJars)
              .orElseGet(PluginsModule::ofClassPath);
    } catch (BadOptionException e) {
      return console.misunderstood("runner", String.valueOf(e.getMessage()));
    }
    return run(catalog, console, args);
  }

  /** Runs a command on the strategies that a module binds, and returns its exit status. */
  static int run(Module catalog, Console console, String... args) {
    try {
      Optional<NodeOptions> node = NodeOptions.ifPlain(args);
      return node.isPresent()
          ? runNode(catalog, console, node.get())
          : Commands.run(catalog, console, args);
    } catch (OutOfMemoryError e) {
      console.say("Out of memory; give it more, as in HEARSAY_JAVA_OPTS=-Xmx16g");
      return ExitStatus.FAILED;
    }
  }

  private static int runNode(Module catalog, Console console, NodeOptions options) {
    try {
      Injector plugins =
          Guice.createInjector(Stage.DEVELOPMENT, Binder::requireExplicitBindings, catalog);
      return new NodeProcess(
              plugins.getInstance(StrategyCatalog.class),
              plugins.getProvider(MembershipCatalog.class),
              console)
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
}
