package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against deviations that end in success, and tables that cannot be found. */
final class ReproduceTest {
  private static final String MINE =
      """
      {"title": "Everybody told directly", "source": "mine",
       "setting": {"strategy": "oracle", "nodes": "10", "runs": "2"},
       "columns": [{"measure": "sends"}],
       "rows": [{"label": "ten", "published": {"R": ["%s"]}}]}
      """;

  @TempDir Path folder;

  private String file(String published) throws IOException {
    return Files.writeString(folder.resolve("mine.json"), MINE.formatted(published)).toString();
  }

  @Test
  void aTableIsAFile() throws IOException {
    Cli cli = Cli.run("reproduce", file("9"));
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    assertEquals("mine: Everybody told directly", cli.lines().get(0));
    assertTrue(cli.out().endsWith("1 figures: 1 reproduced, 0 deviate\n"), cli.out());
  }

  @Test
  void whatDeviatesWithoutAnExplanationIsAFailure() throws IOException {
    Cli cli = Cli.run("reproduce", file("18"), "--format=csv");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertEquals("mine,ten,sends,R,18,9.0,0.0,2,,deviates,-0.5,,oracle", cli.lines().get(1));
  }

  @Test
  void everyTableIsListedAndTheHelpNamesIt() {
    String help = Cli.run("reproduce", "--help").out();
    List<String> list = Cli.run("reproduce", "--list").lines();
    assertTrue(list.size() >= 10, list.toString());
    for (String line : list) {
      String name = line.substring(0, line.indexOf(':'));
      assertTrue(help.contains(name), name);
    }
  }

  @Test
  void whatIsNotUnderstoodIsSaidInASentence() throws IOException {
    for (List<String> wrong :
        List.of(
            List.of("demers-4", "There is no table \"demers-4\", did you mean \"demers-1\"?"),
            List.of(folder.resolve("none.json").toString(), "Cannot read "),
            List.of(file("nine"), "mine: a figure must be a number"),
            List.of("--runs-factor=0", "--runs-factor must be above 0"),
            List.of("--format=xml", "There is no --format=xml"))) {
      Cli cli = Cli.run("reproduce", wrong.get(0));
      assertEquals(ExitStatus.USAGE, cli.status(), wrong.get(0));
      assertTrue(cli.err().contains(wrong.get(1)), cli.err());
    }
  }
}
