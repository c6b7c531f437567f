package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a Maelstrom, or a node of its, that goes on after Ctrl-C. */
final class EndTest {
  @TempDir Path folder;

  /** A program of its own, which makes a run with the script and in the folder that it is given. */
  static final class Runner {
    private Runner() {}

    public static void main(String[] args) throws Exception {
      new MaelstromProgram(Path.of(args[0]))
          .run(Runs.of(Runs.SETTINGS), Path.of("runner"), Path.of(args[1]));
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whenThisProcessIsEndedMaelstromAndItsNodesAreToo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    // Both the script and its child hold the pipe open: it ends when both have ended.
    FakeMaelstrom maelstrom =
        FakeMaelstrom.in(
            folder, "exec 3>'" + pipe + "'", "sleep 300 &", "echo running >&3", "wait");
    Process runner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Runner.class.getName(),
                maelstrom.script().toString(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader held = Files.newBufferedReader(pipe)) {
      assertEquals("running", held.readLine());
      runner.destroy();
      runner.waitFor();
      assertNull(held.readLine());
    } finally {
      runner.destroyForcibly();
    }
  }
}
