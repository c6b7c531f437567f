package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against results that are out of date: some of them are made again, by their command. */
final class ResultsTest {
  private static final Path RESULTS = Path.of("../../results");

  static Stream<RunRecord> someRecords() throws IOException {
    return Stream.concat(
        every(5, RESULTS.resolve("compare.ndjson")), every(8, RESULTS.resolve("frontier.ndjson")));
  }

  private static Stream<RunRecord> every(int step, Path file) throws IOException {
    int[] line = {0};
    return Files.readAllLines(file).stream()
        .filter(text -> line[0]++ % step == 0)
        .map(RunRecord::ofJson);
  }

  @ParameterizedTest
  @MethodSource("someRecords")
  void theCommandOfARecordMakesTheSameRecordAgain(RunRecord kept) {
    String[] words = Objects.requireNonNull(kept.command()).split(" ");
    String[] args = Arrays.copyOfRange(words, 1, words.length + 1);
    args[args.length - 1] = "--format=json";
    assertEquals(kept.by(null), Cli.run(args).record().by(null));
  }
}
