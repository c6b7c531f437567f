package org.hearsay.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.util.Modules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.installed.Installation;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.PluginsModule;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;

/** One call of the program, made in this process. */
record Cli(int status, String out, String err) {

  /** With the strategies that come with the project. */
  static Cli run(String... args) {
    return run(PluginsModule.ofClassPath(), "", false, args);
  }

  /** With some lines on standard input. */
  static Cli fed(String input, String... args) {
    return run(PluginsModule.ofClassPath(), input, false, args);
  }

  /** With a person watching. */
  static Cli watched(String... args) {
    return run(PluginsModule.ofClassPath(), "", true, args);
  }

  /** With just the given strategy. */
  static Cli with(StrategyModule plugin, String... args) {
    return with(new StrategyModule[] {plugin}, args);
  }

  /** With just the given strategies. */
  static Cli with(StrategyModule[] plugins, String... args) {
    StrategyCatalog catalog = StrategyCatalog.of(plugins);
    Module module =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(StrategyCatalog.class).toInstance(catalog);
            bind(MembershipCatalog.class).toInstance(MembershipCatalog.ofClassPath());
          }
        };
    return run(module, "", false, args);
  }

  /** Where programs are somewhere else. */
  static Cli installed(Installation installation, String... args) {
    Module module =
        new AbstractModule() {
          @Override
          protected void configure() {
            OptionalBinder.newOptionalBinder(binder(), Installation.class)
                .setBinding()
                .toInstance(installation);
          }
        };
    return run(Modules.combine(PluginsModule.ofClassPath(), module), "", false, args);
  }

  private static Cli run(Module catalog, String input, boolean terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal);
    int status = Main.run(catalog, console, args);
    return new Cli(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The output as run records. */
  List<RunRecord> records() {
    return out.lines().map(RunRecord::ofJson).toList();
  }

  /** The only record that was printed. */
  RunRecord record() {
    List<RunRecord> records = records();
    if (records.size() != 1) {
      throw new AssertionError(records.size() + " records: " + out + err);
    }
    return records.get(0);
  }

  /** The settings that a record must have. */
  static RunSettings settings(RunRecord run) {
    return Objects.requireNonNull(run.settings());
  }
}
