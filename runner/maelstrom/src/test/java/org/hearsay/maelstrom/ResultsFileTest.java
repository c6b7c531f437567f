package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearsay.report.MaelstromResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against files that are read as what they are not, and against refusals without a reason.
 */
final class ResultsFileTest {
  private static final String SMALL =
      """
      {:stats {:valid? true, :count 3, :ok-count 3, :fail-count 0, :info-count 0,
               :by-f {:broadcast {:valid? true, :count 1, :ok-count 1, :fail-count 0, :info-count 0},
                      :read {:valid? true, :count 2, :ok-count 2, :fail-count 0, :info-count 0}}},
       :availability {:valid? true, :ok-fraction 1.0},
       :net {:all {:send-count 12, :recv-count 12, :msg-count 12, :msgs-per-op 4.0},
             :clients {:send-count 6, :recv-count 6, :msg-count 6},
             :servers {:send-count 6, :recv-count 6, :msg-count 6, :msgs-per-op 2.0},
             :valid? true},
       :workload {:attempt-count 1, :stable-count 1, :lost-count 0, :stale-count 0,
                  :never-read-count 0, :duplicated-count 0, :valid? true,
                  :stable-latencies {0 7, 0.5 7, 0.95 7, 0.99 7, 1 7}},
       :valid? true}
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("some.edn"), text);
  }

  private MaelstromResults read(String text) throws IOException, UnreadableResultsException {
    return ResultsFile.read(file(text));
  }

  private String refusal(String text) throws IOException {
    return refusal(file(text));
  }

  private static String refusal(Path path) {
    String sentence =
        String.valueOf(
            assertThrows(UnreadableResultsException.class, () -> ResultsFile.read(path))
                .getMessage());
    assertEquals(1, sentence.lines().count(), sentence);
    assertTrue(sentence.startsWith(path + " "), sentence);
    return sentence.substring(path.toString().length() + 1);
  }

  @Test
  void aFloodsResultsAreReadAsAPersonReadsThem() throws Exception {
    MaelstromResults.Counts broadcasts = new MaelstromResults.Counts(944, 944, 0, 0);
    MaelstromResults.Counts reads = new MaelstromResults.Counts(973, 973, 0, 0);
    assertEquals(
        new MaelstromResults(
            "true",
            new MaelstromResults.Stats(
                1917, 1917, 0, 0, new MaelstromResults.ByF(broadcasts, reads)),
            new BigDecimal("1.0"),
            new MaelstromResults.Net(
                new MaelstromResults.Group(56798, 56798, 56798, new BigDecimal("29.628586")),
                new MaelstromResults.Group(3934, 3934, 3934, null),
                new MaelstromResults.Group(52864, 52864, 52864, new BigDecimal("27.576422"))),
            new MaelstromResults.Workload(
                944,
                944,
                0,
                939,
                0,
                0,
                new MaelstromResults.StableLatencies(0, 451, 676, 748, 807))),
        Samples.read(Samples.FLOOD));
  }

  @Test
  void aPartitionsResultsAreReadAsAPersonReadsThem() throws Exception {
    MaelstromResults results = Samples.read(Samples.PARTITION);
    assertEquals("false", results.valid());
    assertEquals(
        new MaelstromResults.Workload(
            134, 64, 70, 18, 0, 0, new MaelstromResults.StableLatencies(0, 0, 22860, 24912, 24912)),
        results.workload());
    assertEquals(
        new MaelstromResults.Group(380, 208, 380, new BigDecimal("1.2969283")),
        results.net().servers());
  }

  @Test
  void withoutStableValuesThereAreNoStableLatencies() throws Exception {
    MaelstromResults results = Samples.read(Samples.NOTHING_STABLE);
    assertEquals("false", results.valid());
    assertEquals(new BigDecimal("0.40229884"), results.okFraction());
    assertEquals(new MaelstromResults.Workload(35, 0, 0, 0, 35, 0, null), results.workload());
    assertEquals(new MaelstromResults.Counts(52, 0, 0, 52), results.stats().byF().read());
  }

  @Test
  void whatMaelstromLeavesOutIsAbsent() throws Exception {
    MaelstromResults results =
        read(
            SMALL
                .replace(", :msgs-per-op 4.0", "")
                .replace(", :msgs-per-op 2.0", "")
                .replaceAll(":broadcast \\{.*\\},\\s+:read \\{.*\\}\\}\\}", "}}")
                .replace(":stable-latencies {0 7, 0.5 7, 0.95 7, 0.99 7, 1 7}", "")
                .replaceAll(":availability \\{.*\\},", "")
                .replace(":valid? true}\n", ":valid? :unknown}\n"));
    assertNull(results.net().servers().msgsPerOp());
    assertNull(results.stats().byF().broadcast());
    assertNull(results.stats().byF().read());
    assertNull(results.workload().stableLatencies());
    assertEquals("unknown", results.valid());
    assertEquals(new BigDecimal("1.0"), results.okFraction(), "by its rule: all of 3");
  }

  @ParameterizedTest
  @CsvSource({"2.0, 2.0", "2, 2", "2N, 2", "2M, 2", "5/2, 2.5", "+2.50, 2.50", "1.0E-4, 0.00010"})
  void aNumberIsReadHoweverClojureWritesIt(String written, BigDecimal number) throws Exception {
    MaelstromResults results = read(SMALL.replace(":msgs-per-op 2.0", ":msgs-per-op " + written));
    assertEquals(number, results.net().servers().msgsPerOp());
  }

  @Test
  void aQuantileIsFoundHoweverItIsWritten() throws Exception {
    assertEquals(
        read(SMALL),
        read(SMALL.replace("{0 7, 0.5 7,", "{0.0 7, 1/2 7,").replace("1 7}", "1N 7.0}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":extra #object[clojure.core$fn__1 0x1f \"fn\"]",
        ":extra #jepsen.history.Op{:index 1, :value nil}",
        ":extra #inst \"2026-01-01T00:00:00.000-00:00\"",
        ":extra (##NaN ##Inf ##-Inf 1/3 -1/3 0.1e10 0x1F -0xff 1e3 1.5M 7N)",
        ":extra \"a \\\" ; { 1/3 \\n\"",
        ":extra [\\{ \\\" \\newline]",
        ":extra [maelstrom.workload.broadcast$fn__29528$read__29529 :a/b nil #{1 2}]",
        ";; a comment with \" and {\n",
      })
  void whatElseIsInTheFileDoesNotMatter(String extra) throws Exception {
    assertEquals(read(SMALL), read("{" + extra + SMALL.substring(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {Samples.FLOOD, Samples.NOTHING_STABLE})
  void aFileThatIsCutOffAnywhereIsRefused(String sample) throws Exception {
    String text = Samples.text(sample).stripTrailing();
    for (int length = 1; length < text.length(); length += 97) {
      assertEquals("is cut off: it ends amid a value", refusal(text.substring(0, length)));
    }
  }

  @Test
  void nothingIsReadOutOfNothing() throws Exception {
    assertEquals("is empty", refusal(""));
    assertEquals("is empty", refusal(" \n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A page",
        "<?xml version=\"1.0\"?><project/>",
        "nil",
        "[1 2 3]",
        "\u0000\u0001\uFFFD",
        "{}",
        "{\"schema\":2,\"world\":\"simulation\"}",
        "{:valid? true}",
        "{:a 1 :a 2}",
        "{:a}",
        "{:a ]",
        "{:a 1x}",
        "{:valid? true} {:valid? true}"
      })
  void aForeignFileIsRefused(String text) throws Exception {
    assertTrue(refusal(text).startsWith("is no results.edn of Maelstrom's: "), refusal(text));
  }

  @Test
  void aFileNestedWithoutEndIsRefused() throws Exception {
    assertEquals(
        "is no results.edn of Maelstrom's: it is nested too deeply",
        refusal("{:a " + "[".repeat(1_000_000)));
  }

  @Test
  void anotherWorkloadIsRefusedByItsName() throws Exception {
    assertEquals(
        "is of another workload than broadcast: its :workload has no :attempt-count",
        refusal(
            SMALL
                .replace(":attempt-count 1,", "")
                .replace("{:broadcast {", "{:read2 {")
                .replace(":read2", ":broadcast")));
    assertEquals(
        "is of another workload than broadcast: its operations are add, read",
        refusal(SMALL.replace(":broadcast", ":add")));
  }

  @Test
  void aRunWhoseAnalysisFailedIsRefusedWithItsReason() throws Exception {
    String error = "{:valid? :unknown, :error \"java.lang.OutOfMemoryError: heap\\n at x\"}";
    assertEquals(
        "is of a run that failed: Maelstrom's analysis broke off with"
            + " java.lang.OutOfMemoryError: heap",
        refusal(error));
    assertEquals(
        "is of a run that failed: Maelstrom's :workload checker broke off with"
            + " java.lang.OutOfMemoryError: heap",
        refusal(
            SMALL.replaceAll(
                "(?s):workload \\{.*\\}\\},", ":workload " + error.replace("\\", "\\\\") + ",")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ":lost-count 0, | '' | has no :workload :lost-count",
        ":recv-count 6, :msg-count 6} | :msg-count 6} | has no :net :clients :recv-count",
        ":count 3 | :count 3.5 | has a :stats :count that is no whole number: 3.5",
        ":count 3 | :count true | has a :stats :count that is no number: true",
        ":count 3 | :count 99999999999999999999 | has a :stats :count that is no whole number:"
            + " 99999999999999999999",
        ":msgs-per-op 2.0 | :msgs-per-op ##NaN | has a :net :servers :msgs-per-op that is no number:"
            + " :NaN",
        "0.95 7, | '' | has no :workload :stable-latencies 0.95",
        ":net {:all | :net [] :x {:all | has a :net that is no map",
        ":clients | :c | has no :net :clients",
      })
  void aKeyThatIsMissingOrStrangeIsNamed(String part, String instead, String refusal)
      throws Exception {
    assertTrue(SMALL.contains(part), part);
    assertEquals(refusal, refusal(SMALL.replace(part, instead)));
  }

  @Test
  void aVerdictThatMaelstromDoesNotGiveIsRefused() throws Exception {
    assertEquals(
        "has a :valid? that Maelstrom does not say: :maybe",
        refusal(SMALL.replace(":valid? true}\n", ":valid? :maybe}\n")));
  }

  @Test
  void whereThereIsNoFileThatIsSaid() throws IOException {
    assertEquals("does not exist", refusal(folder.resolve("none.edn")));
    assertEquals("is a folder: name the results.edn in it", refusal(folder));
    Path latest = Files.createDirectories(folder.resolve("store").resolve("latest"));
    Files.writeString(latest.resolve("results.edn"), SMALL);
    assertEquals(
        "is a folder: name the results.edn in it, as in " + latest.resolve("results.edn"),
        refusal(folder));
  }
}
