package org.hearsay.maelstrom;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.report.RunRecord;
import org.jspecify.annotations.Nullable;

/**
 * Maelstrom as it is installed.
 *
 * @param script what starts it
 */
public record MaelstromProgram(Path script) {
  private static final String NAME = "maelstrom";

  /**
   * Finds it.
   *
   * @param named its script or the folder that holds it, if the user said so
   * @param searchPath where else to look, as in the variable {@code PATH}
   */
  public static Optional<MaelstromProgram> find(@Nullable Path named, @Nullable String searchPath) {
    return Stream.concat(Stream.ofNullable(named).map(MaelstromProgram::script), on(searchPath))
        .filter(script -> Files.isRegularFile(script) && Files.isExecutable(script))
        .map(script -> new MaelstromProgram(script.toAbsolutePath()))
        .findFirst();
  }

  private static Path script(Path named) {
    return Files.isDirectory(named) ? named.resolve(NAME) : named;
  }

  private static Stream<Path> on(@Nullable String searchPath) {
    return Stream.ofNullable(searchPath)
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(NAME));
  }

  /** Whether this is the one that the user named. */
  public boolean isNamed(Path named) {
    return script.equals(script(named).toAbsolutePath());
  }

  /**
   * Makes a run, which takes as long as the test and some seconds more. Maelstrom does not outlive
   * this process.
   *
   * @param launcher what Maelstrom is to start as a node
   * @param folder where it works and leaves its store
   * @throws FailedRunException if the run ends without results
   */
  public RunRecord run(BroadcastRun run, Path launcher, Path folder)
      throws FailedRunException, InterruptedException {
    Path file = folder.resolve("store").resolve("latest").resolve(ResultsFile.NAME);
    Optional<Fingerprint> before = Fingerprint.of(file);
    MaelstromProcess.Ending ending =
        MaelstromProcess.run(
            new ProcessBuilder(run.words(script.toString(), launcher.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true));
    if (!ending.mayHaveResults()) {
      throw new FailedRunException(ending.sentence(), ending.lastLines());
    }
    Optional<Fingerprint> after = Fingerprint.of(file);
    if (after.isEmpty() || after.equals(before)) {
      throw new FailedRunException(ending.sentence() + " and left no results", ending.lastLines());
    }
    try {
      return GenuineRun.of(run, ResultsFile.read(file));
    } catch (UnreadableResultsException e) {
      throw new FailedRunException(String.valueOf(e.getMessage()), ending.lastLines());
    }
  }
}
