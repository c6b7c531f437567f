package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceTest {
  /** Of five nodes, two of which logged in JSON. */
  private static final String LOGS = "--logs=src/test/resources/trace";

  private static final String TREE =
      """
      rumor    n3/1795795595394/0, value 2
      begun    2026-11-27T16:06:37.127661Z at n3
      reached  5 of 5 nodes, the last after 309.3 ms, over 3 hops at most

      node         ms    +ms  hop
      n3          0.0           0  sent 2x
        n4      101.8  101.8    1  sent 1x
          n1    203.2  101.3    2  sent 2x, repeated 1x
            n2  309.3  106.1    3
        n0      102.5  102.5    1  sent 1x, repeated 1x
      """;

  private static final String BEGUN =
      "2026-01-01T00:00:00.000000Z INFO n0 begun rumor=n0/7/0 hop=0 value=\"a \\\"b\\\"\"";

  @TempDir private Path folder;

  private void log(String node, String... lines) throws IOException {
    Files.write(
        folder.resolve(node + ".log"),
        ("2026-01-01T00:00:00Z INFO " + node + " started\n" + String.join("\n", lines) + "\n")
            .getBytes(StandardCharsets.UTF_8));
  }

  private Cli trace(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "trace";
    all[1] = "--logs=" + folder;
    System.arraycopy(words, 0, all, 2, words.length);
    return Cli.run(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n3/1795795595394/0", "value=2", "2"})
  void aRumorIsFoundByItsNameAndByWhatItSays(String rumor) {
    Cli cli = Cli.run("trace", rumor, LOGS);
    assertEquals(TREE, cli.out());
    assertEquals(ExitStatus.OK, cli.status());
  }

  @Test
  void withoutANameTheRumorsAreListedTheSlowestFirst() {
    List<String> lines = Cli.run("trace", LOGS).lines();
    assertEquals("rumor               last ms  hops  nodes  value", lines.get(0));
    assertEquals("n3/1795795595394/0    309.3     3    5/5  2", lines.get(1));
    assertEquals(5, lines.size());
  }

  @Test
  void whatElseHappenedIsShownWhereItDid() throws IOException {
    log("n0", BEGUN, "2026-01-01T00:00:00.001Z INFO n0 dropped rumor=n0/7/0 to=n2 hop=0");
    log(
        "n1",
        "2026-01-01T00:00:00.100Z INFO n1 delivered rumor=n0/7/0 from=n0 hop=1",
        "2026-01-01T00:00:00.100Z INFO n1 held-back rumor=n0/7/0 hop=1",
        "2026-01-01T00:00:00.300Z INFO n1 released rumor=n0/7/0 hop=1");
    log(
        "n2",
        "2026-01-01T00:00:00.150Z INFO n2 turned-away rumor=n0/7/0 from=n1 hop=2",
        "2026-01-01T00:00:01.200Z INFO n2 delivered rumor=n0/7/0 from=n1 hop=2",
        "2026-01-01T00:00:01.200Z INFO n2 repaired rumor=n0/7/0 from=n1 hop=2");
    log("n10");
    assertEquals(
        """
        rumor    n0/7/0, value a "b"
        begun    2026-01-01T00:00:00Z at n0
        reached  3 of 4 nodes, the last after 1200.0 ms, over 2 hops at most
        not at   n10

        node        ms     +ms  hop
        n0         0.0            0  dropped to n2 at 1.0
          n1     100.0   100.0    1  held-back at 100.0, released at 300.0
            n2  1200.0  1100.0    2  repaired from n1 at 1200.0

        Where it was not known:
          n2 turned-away from n1 at 150.0
        """,
        trace("n0/7/0").out());
    assertEquals(trace("n0/7/0"), trace("value=a \"b\""));
  }

  @Test
  void aNodeThatDiesAndComesBackIsThereTwice() throws IOException {
    log("n0", BEGUN);
    log(
        "n1",
        "2026-01-01T00:00:00.100Z INFO n1 delivered rumor=n0/7/0 from=n0 hop=1",
        "2026-01-01T00:00:05Z INFO n1 started as n1",
        "2026-01-01T00:00:05.100Z INFO n1 delivered rumor=n0/7/0 from=n0 hop=1");
    List<String> lines = trace("n0/7/0").lines();
    assertTrue(lines.get(6).startsWith("  n1   100.0 "), lines::toString);
    assertTrue(lines.get(7).startsWith("  n1  5100.0 "), lines::toString);
  }

  @Test
  void aLogThatIsMissingIsSaidToBe() throws IOException {
    log("n1", "2026-01-01T00:00:00.100Z INFO n1 delivered rumor=n0/7/0 from=n0");
    String page = trace("n0/7/0").out();
    assertTrue(page.contains("begun    out of sight: times are from the first line"), page);
    assertTrue(page.contains("n1    0.0         ?  from n0, whose log does not show it"), page);
  }

  @Test
  void aRumorThatIsNotThereOrNotTheOnlyOneIsSaidToBe() throws IOException {
    log("n0", BEGUN, BEGUN.replace("n0/7/0", "n0/7/1"));
    Cli unknown = trace("n5/1/2");
    assertEquals(ExitStatus.FAILED, unknown.status());
    assertTrue(
        unknown
            .err()
            .startsWith("hearsay: The logs do not show a rumor that is named or says n5/1/2;"));
    Cli several = trace("value=a \"b\"");
    assertEquals(ExitStatus.FAILED, several.status());
    assertEquals(
        "hearsay: 2 rumors say a \"b\"; take one by its name: n0/7/0, n0/7/1\n", several.err());
    log("n0", BEGUN, BEGUN.replace("n0/7/0", "n0/8/0"));
    assertEquals(
        "hearsay: 2 rumors say a \"b\", of several lives or runs of nodes; take one by its name:"
            + " n0/7/0, n0/8/0\n",
        trace("value=a \"b\"").err());
  }

  @Test
  void logsOfSeveralRunsAreSaidToBe() throws IOException {
    log("n0", BEGUN, "2026-01-01T00:00:00Z INFO n0 started as n0 of 2 nodes: flood, seed 1");
    log("n1", "2026-01-01T00:00:00Z INFO n1 started as n1 of 2 nodes: flood, seed 1");
    assertEquals("", trace().err());
    log("n2", "2025-01-01T00:00:00Z INFO n2 started as n2 of 3 nodes: flood, seed 1");
    String mixed =
        "hearsay: The logs in "
            + folder
            + " are of 2 runs, keep those of one: n0, n1 of 2 nodes: flood, seed 1;"
            + " n2 of 3 nodes: flood, seed 1\n";
    assertEquals(mixed, trace().err());
    assertEquals(mixed, trace("n0/7/0").err());
  }

  @Test
  void aFolderWithoutTrailsGetsOneSentence() throws IOException {
    Cli empty = trace();
    assertEquals(ExitStatus.USAGE, empty.status());
    assertTrue(empty.err().startsWith("hearsay: There is no log in "), empty.err());
    log("n0");
    Cli plain = trace();
    assertEquals(ExitStatus.USAGE, plain.status());
    assertTrue(plain.err().contains("run nodes with --trail\n"), plain.err());
  }
}
