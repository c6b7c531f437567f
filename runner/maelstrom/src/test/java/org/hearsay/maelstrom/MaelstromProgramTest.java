package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against results that are another run's, and failures that pass for results. */
final class MaelstromProgramTest {
  private static final Path LAUNCHER = Path.of("/some where/runner/bin/runner");

  @TempDir Path installed;
  @TempDir Path work;

  private final BroadcastRun run = Runs.of(Runs.SETTINGS);

  @BeforeEach
  void foldersHaveOneNameOnly() throws Exception {
    installed = installed.toRealPath();
    work = work.toRealPath();
  }

  private FailedRunException failureOf(FakeMaelstrom maelstrom) {
    return assertThrows(
        FailedRunException.class, () -> maelstrom.program().run(run, LAUNCHER, work));
  }

  @Test
  void aRunIsMadeWithTheWordsOfTheTestAndReadFromTheStore() throws Exception {
    FakeMaelstrom maelstrom =
        FakeMaelstrom.in(installed, "pwd", FakeMaelstrom.leaving(Samples.FLOOD));
    RunRecord record = maelstrom.program().run(run, LAUNCHER, work);
    List<String> words = run.words("maelstrom", LAUNCHER.toString());
    assertEquals(words.subList(1, words.size()), maelstrom.words());
    assertEquals(Samples.read(Samples.FLOOD), record.maelstrom());
    assertEquals("push-pull", record.strategy());
    assertEquals(run.config(), record.config());
    assertEquals(3L, record.seed());
    assertEquals(Runs.SETTINGS, record.settings());
    assertEquals(run.command(), record.command());
    assertTrue(Files.isSymbolicLink(work.resolve("store").resolve("latest")));
  }

  @ParameterizedTest
  @CsvSource({"1, " + Samples.PARTITION, "2, " + Samples.NOTHING_STABLE})
  void anInvalidRunAndOneThatNobodyKnowsAreResults(int status, String sample) throws Exception {
    FakeMaelstrom maelstrom =
        FakeMaelstrom.in(installed, FakeMaelstrom.leaving(sample), "exit " + status);
    assertEquals(Samples.read(sample), maelstrom.program().run(run, LAUNCHER, work).maelstrom());
  }

  @Test
  void aRunWithoutResultsFailsWithTheLastLinesOfWhatWasSaid() throws Exception {
    FailedRunException failure =
        failureOf(
            FakeMaelstrom.in(
                installed,
                "for i in 1 2 3 4 5 6 7 8 9 10 11; do echo line $i; echo; done",
                "echo Node n2 crashed >&2",
                "exit 255"));
    assertEquals("Maelstrom ended with status 255", failure.getMessage());
    assertEquals(10, failure.lastLines().size());
    assertEquals("line 3", failure.lastLines().get(0));
    assertEquals("Node n2 crashed", failure.lastLines().get(9));
  }

  @Test
  void theResultsOfTheRunBeforeAreNotThoseOfARunThatFailed() throws Exception {
    FakeMaelstrom.in(installed, FakeMaelstrom.leaving(Samples.FLOOD))
        .program()
        .run(run, LAUNCHER, work);
    assertEquals(
        "Maelstrom ended with status 254, as it did not understand its arguments",
        failureOf(FakeMaelstrom.in(installed, "exit 254")).getMessage());
    assertEquals(
        "Maelstrom ended with status 1 and left no results",
        failureOf(FakeMaelstrom.in(installed, "exit 1")).getMessage());
    assertEquals(
        "Maelstrom ended with status 0 and left no results",
        failureOf(
                FakeMaelstrom.in(
                    installed, "mkdir -p store/broadcast/9 && ln -sfn broadcast/9 store/latest"))
            .getMessage());
  }

  @Test
  void resultsThatCannotBeReadAreAFailure() throws Exception {
    FailedRunException failure =
        failureOf(
            FakeMaelstrom.in(
                installed, "mkdir -p store/latest; echo '{:a' >store/latest/results.edn"));
    assertTrue(
        String.valueOf(failure.getMessage())
            .endsWith("results.edn is cut off: it ends amid a value"),
        failure.getMessage());
  }

  @Test
  void aScriptThatCannotBeStartedIsAFailure() throws Exception {
    FakeMaelstrom maelstrom = FakeMaelstrom.in(installed, "exit 0");
    Files.writeString(maelstrom.script(), "#!/no/such/shell\n");
    assertTrue(
        String.valueOf(failureOf(maelstrom).getMessage()).startsWith("Maelstrom cannot be run: "));
  }

  @Test
  void theScriptMayBeNamedOrItsFolderOrBeOnThePath() throws Exception {
    MaelstromProgram there = FakeMaelstrom.in(installed, "exit 0").program();
    String path = "/no/such/folder::" + installed;
    assertEquals(Optional.of(there), MaelstromProgram.find(there.script(), null));
    assertEquals(Optional.of(there), MaelstromProgram.find(installed, null));
    assertEquals(Optional.of(there), MaelstromProgram.find(null, path));
    assertTrue(there.isNamed(installed));
    assertTrue(there.isNamed(there.script()));
  }

  @Test
  void whatCannotBeStartedIsNotFound() throws Exception {
    Files.writeString(work.resolve("maelstrom"), "no program");
    assertEquals(Optional.empty(), MaelstromProgram.find(work, null));
    assertEquals(Optional.empty(), MaelstromProgram.find(work.resolve("nothing"), ""));
    assertEquals(Optional.empty(), MaelstromProgram.find(null, work.toString()));
    MaelstromProgram there = FakeMaelstrom.in(installed, "exit 0").program();
    assertEquals(Optional.of(there), MaelstromProgram.find(work, installed.toString()));
    assertFalse(there.isNamed(work));
  }
}
