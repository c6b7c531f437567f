package org.hearsay.cli.newstrategy;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javax.lang.model.SourceVersion;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.StrategyCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner new-strategy}: a project of one's own with a small strategy that works. */
@Command(
    name = "new-strategy",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner new-strategy PACKAGE.NAME --out DIR",
    description = {
      "Writes a Maven project with a small strategy to begin with, its options, its module and its"
          + " contract test, and says which commands come next.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if it was written, 2 if the command was not understood.",
      "",
      "Example:",
      "  runner/bin/runner new-strategy org.example.Rumor --out ../rumor"
    })
public final class NewStrategyCommand implements Callable<Integer> {
  private final StrategyCatalog catalog;
  private final Installation installation;
  private final Console console;

  @Parameters(
      paramLabel = "PACKAGE.NAME",
      description = "The strategy's class, as org.example.Rumor; users will call it rumor.")
  private String type = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the project goes: a folder that is not there yet, or an empty one.")
  private Path out = Path.of("");

  @Inject
  NewStrategyCommand(StrategyCatalog catalog, Installation installation, Console console) {
    this.catalog = catalog;
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() {
    StrategyProject project = new StrategyProject(packageName(), className(), launcher());
    requireFreeName(project.strategyName());
    project.writeTo(out);
    console.say("wrote " + out + "; its README.md says what comes next");
    return ExitStatus.OK;
  }

  private String packageName() {
    int dot = type.lastIndexOf('.');
    if (dot < 1 || !SourceVersion.isName(type) || !className().matches("[A-Z][A-Za-z0-9]*")) {
      throw new BadOptionException(
          "Name a class with its package, as in org.example.Rumor, not \"" + type + "\"");
    }
    return type.substring(0, dot);
  }

  private String className() {
    return type.substring(type.lastIndexOf('.') + 1);
  }

  private String launcher() {
    return installation.launcher().map(Path::toString).orElse("runner/bin/runner");
  }

  private void requireFreeName(String name) {
    if (className().equals(StrategyProject.MESSAGE)) {
      throw new BadOptionException(
          "The message will be called " + className() + ": choose another name");
    }
    if (catalog.all().stream().map(StrategyDescriptor::name).anyMatch(name::equals)) {
      throw new BadOptionException("There is a strategy " + name + " already: choose another name");
    }
  }
}
