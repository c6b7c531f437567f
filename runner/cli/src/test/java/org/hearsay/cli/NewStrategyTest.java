package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a project that does not compile, and a jar that is not taken. */
final class NewStrategyTest {
  @TempDir Path folder;

  @Test
  void theProjectCompilesAndItsJarRunsInEveryCommand() throws IOException {
    Path project = folder.resolve("rumor");
    Cli made = Cli.run("new-strategy", "org.example.LuckyRumor", "--out=" + project);
    assertEquals(0, made.status(), made.err());
    String jar = PluginJar.of(project, folder).toString();
    assertTrue(run("strategies", "--plugins=" + jar).contains("lucky-rumor "));
    String one =
        run("simulate", "--strategy=lucky-rumor:luck=4", "--time-limit=2", "--plugins", jar);
    assertTrue(one.contains("--strategy=lucky-rumor:luck=4 --plugins=" + jar + " --node-"), one);
    assertTrue(
        run("compare", "--strategies=flood,lucky-rumor", "--time-limit=2", "--plugins=" + jar)
            .contains("\n  lucky-rumor "));
    assertTrue(
        run("chaos", "--strategy=lucky-rumor", "--seeds=5", "--plugins=" + jar)
            .contains("No run broke a law."));
    String reply = run("--strategy=lucky-rumor", "--plugins=" + jar);
    assertTrue(reply.contains("\"init_ok\""), reply);
  }

  private static String run(String... args) {
    Cli cli = PluginJar.run(args);
    assertEquals(0, cli.status(), cli.err());
    return cli.out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rumor | Name a class with its package, as in org.example.Rumor, not \"Rumor\"",
        "org.example.rumor | Name a class with its package",
        "org.class.Rumor | Name a class with its package",
        "org.example.Flood | There is a strategy flood already",
        "org.example.Tell | The message will be called Tell"
      })
  void aNameThatCannotBeIsRefused(String type, String sentence) {
    assertRefused(sentence, "new-strategy", type, "--out=" + folder.resolve("x"));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("mine"), "");
    assertRefused("is there already", "new-strategy", "org.example.Rumor", "--out=" + folder);
  }

  private static void assertRefused(String sentence, String... args) {
    Cli cli = Cli.run(args);
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().contains(sentence), cli.err());
  }
}
