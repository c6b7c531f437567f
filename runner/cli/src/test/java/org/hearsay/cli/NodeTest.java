package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.node.NodeOptions;
import org.hearsay.node.journal.LogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeTest {
  private static final String INPUT =
      """
      {"src":"c1","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      {"src":"c1","dest":"n0","body":{"type":"broadcast","msg_id":2,"message":7}}
      {"src":"c1","dest":"n0","body":{"type":"read","msg_id":3}}
      """;
  private static final String OUTPUT =
      """
      {"src":"n0","dest":"c1","body":{"type":"init_ok","in_reply_to":1}}
      {"src":"n0","dest":"c1","body":{"type":"broadcast_ok","in_reply_to":2}}
      {"src":"n0","dest":"c1","body":{"type":"read_ok","in_reply_to":3,"messages":[7]}}
      """;

  @Test
  void aStrategyAloneStartsANodeThatEndsWithItsInput() {
    Cli cli = Cli.fed(INPUT, "--strategy=flood");
    assertEquals(ExitStatus.OK, cli.status());
    assertEquals(OUTPUT, cli.out());
    List<String> log = cli.err().lines().toList();
    assertEquals(2, log.size(), cli.err());
    assertTrue(
        log.get(0).matches("\\S+Z INFO n0 started as n0 of 1 nodes: flood, seed 1"), cli.err());
    assertTrue(log.get(1).matches("\\S+Z INFO n0 metrics rumors_known=1"), cli.err());
  }

  private static final String SECOND_LIFE =
      """
      {"src":"c1","dest":"n0","body":{"type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]}}
      {"src":"c1","dest":"n0","body":{"type":"read","msg_id":2}}
      """;

  @Test
  void whatWasAcknowledgedIsThereInTheNextLife(@TempDir Path folder) {
    String data = "--data=" + folder.resolve("n0");
    assertEquals(OUTPUT, Cli.fed(INPUT, "--strategy=flood", data).out());
    Cli second = Cli.fed(SECOND_LIFE, "--strategy=flood", data);
    assertEquals(ExitStatus.OK, second.status());
    assertTrue(second.out().endsWith("\"messages\":[7]}}\n"), second.out());
  }

  @Test
  void theDataOfAnotherNodeEndsTheNode(@TempDir Path folder) {
    String data = "--data=" + folder;
    Cli.fed(INPUT, "--strategy=flood", data);
    Cli other = Cli.fed(INPUT.replace("n0", "n1"), "--strategy=flood", data);
    assertEquals(ExitStatus.FAILED, other.status());
    String sentence = folder + " holds the data of n0, this is n1: give each node its own folder";
    assertTrue(other.err().endsWith("hearsay: " + sentence + "\n"), other.err());
    assertTrue(other.out().contains("\"code\":13"), other.out());
  }

  @Test
  void dataNeedsAFolderAndSalvageNeedsData() {
    assertTrue(
        Cli.fed(INPUT, "--strategy=flood", "--data=")
            .err()
            .contains("A node needs a folder for its data: --data=DIR"));
    assertTrue(
        Cli.fed(INPUT, "--strategy=flood", "--salvage")
            .err()
            .contains("--salvage is for data: give --data=DIR, too"));
  }

  @Test
  void theWordNodeMayBeSaid() {
    assertEquals(
        Cli.fed(INPUT, "--strategy=flood", "--seed=5").out(),
        Cli.fed(INPUT, "node", "--seed=5", "--strategy=flood").out());
  }

  @Test
  void optionsMayStandApartFromTheirValues() {
    Cli cli = Cli.fed(INPUT, "--strategy", "flood", "--seed", "5");
    assertEquals(OUTPUT, cli.out());
    assertTrue(cli.err().contains("flood, seed 5\n"), cli.err());
  }

  @Test
  void onlyPlainWordsAreReadWithoutPicocli() {
    assertEquals(
        Optional.of(
            new NodeOptions("flood", -3, null, null, 0, Map.of(), false, LogSettings.USUAL)),
        NodeOptions.ifPlain(new String[] {"--strategy=flood", "--seed=-3"}));
    assertEquals(
        Optional.of(
            new NodeOptions(
                "flood",
                1,
                "hyparview",
                "swim:period=1s",
                2,
                Map.of(),
                false,
                LogSettings.parse("json", "debug"))),
        NodeOptions.ifPlain(
            new String[] {
              "node",
              "--overlay=hyparview",
              "--strategy=flood",
              "--contacts=2",
              "--log-format=json",
              "--log-level=debug",
              "--detector=swim:period=1s"
            }));
    assertEquals(Optional.empty(), NodeOptions.ifPlain(new String[] {}));
    assertEquals(Optional.empty(), NodeOptions.ifPlain(new String[] {"node"}));
    assertEquals(Optional.empty(), NodeOptions.ifPlain(new String[] {"compare"}));
    assertEquals(
        Optional.empty(), NodeOptions.ifPlain(new String[] {"--strategy=flood", "--help"}));
  }
}
