package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against mistakes that are passed over, and against stack traces for mistyped words. */
final class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comprae | There is no command or argument \"comprae\"; did you mean \"compare\"? | runner",
        "help | There is no command or argument \"help\"; did you mean \"--help\"? | runner",
        "compare --node-cout=3 | There is no option \"--node-cout\"; did you mean \"--node-count\"?"
            + " | runner compare",
        "compare --strategies=flod | There is no strategy \"flod\", did you mean \"flood\"?"
            + " | runner compare",
        "compare --strategies=flood,flood | --strategies lists flood twice | runner compare",
        "simulate | Give a strategy, as --strategy=NAME; installed: | runner simulate",
        "simulate --strategy=flood --topology=gird | There is no --topology=gird, did you mean"
            + " \"grid\"? | runner simulate",
        "simulate --strategy=flood --format=jsn | There is no --format=jsn, did you mean \"json\"?"
            + " | runner simulate",
        "simulate --strategy=flood --rate=x | Invalid value for option '--rate': expected a number"
            + " such as 100 or 0.02, not \"x\" | runner simulate",
        "simulate --strategy=flood --rate=1e999999999 | Invalid value for option '--rate'"
            + " | runner simulate",
        "simulate --strategy=flood --rate=0 | --rate must be above 0, not 0 | runner simulate",
        "simulate --strategy=flood --seed=x | Invalid value for option '--seed': expected a whole"
            + " number | runner simulate",
        "simulate --strategy=flood --seed=7 --seeds=1..100 | Give --seed or --seeds, not both"
            + " | runner simulate",
        "simulate --strategy=flood --latency=-1 | A latency cannot be negative | runner simulate",
        "simulate --strategy=flood --nodes=0 | A cluster needs at least one node | runner simulate",
        "simulate --strategy=flood --nodes=5 --node-count=5 | Give --nodes or --node-count, not both"
            + " | runner simulate",
        "simulate --strategy=flood --nodes=16777217 | A cluster has at most 16777216 nodes"
            + " | runner simulate",
        "simulate --strategy=flood --world=real | There is no --world=real | runner simulate",
        "simulate --strategy=flood --workload=reads | There is no --workload=reads"
            + " | runner simulate",
        "simulate --strategy=flood --node-count=1.5 | Invalid value for option '--node-count'"
            + " | runner simulate",
        "compare --loss=1.01 | A loss is a probability from 0 to 1, not 1.01 | runner compare",
        "compare --nemesis=partition --nemesis-interval=0 | --nemesis-interval must be above 0"
            + " | runner compare",
        "compare --out=/nowhere/to/be/found | Cannot write --out=/nowhere/to/be/found: no such"
            + " folder | runner compare",
        "import | Missing required parameter: 'FILE' | runner import",
        "import a.edn --strategy= | --strategy must be a word or a few, in one line | runner import",
        "import a.edn --topology=gird | There is no --topology=gird, did you mean \"grid\"?"
            + " | runner import",
        "import a.edn --formt=csv | There is no option \"--formt\"; did you mean \"--format\"?"
            + " | runner import",
        "maelstrom --loss=0.1 | Maelstrom loses messages in partitions only | runner maelstrom",
        "maelstrom --network=ideal | Maelstrom has no --network=ideal | runner maelstrom",
        "maelstrom --nemesis=kill | Maelstrom has no --nemesis=kill | runner maelstrom",
        "maelstrom --quiet=3 | Maelstrom is always quiet for 10 s | runner maelstrom",
        "maelstrom --topology=random | Maelstrom has no --topology=random | runner maelstrom",
        "maelstrom --strategies=flod | There is no strategy \"flod\" | runner maelstrom",
        "strategies flod | There is no strategy \"flod\", did you mean \"flood\"?"
            + " | runner strategies",
        "overlays hyparvew | There is no overlay \"hyparvew\", did you mean \"hyparview\"?"
            + " | runner overlays",
        "detectors swin | There is no detector \"swin\", did you mean \"swim\"?"
            + " | runner detectors",
        "simulate --strategy=flood --overlay=ful | There is no overlay \"ful\", did you mean"
            + " \"full\"? | runner simulate",
        "simulate --strategy=flood --overlay=hyparview:active=1 | overlay hyparview: Make active 2"
            + " | runner simulate",
        "simulate --strategy=flood --overlay=full,hyparview | Give one --overlay and one --detector"
            + " | runner simulate",
        "simulate --strategy=flood --retain-count=10 | --retain-count=10 is too few for 25 nodes: take"
            + " 28 or more | runner simulate",
        "compare --node-count=100 --retain-count=111 | --retain-count=111 is too few for 100 nodes:"
            + " take 112 or more | runner compare",
        "chaos --seeds=x | --seeds must be as in --seeds=100 or --seeds=1..100, not x | runner chaos",
        "chaos --seeds=0 | --seeds=0 must be from 1 to 1000000 | runner chaos",
        "drive | Say what to run: a program as --bin=PATH, or --strategy=NAME; installed:"
            + " | runner drive",
        "chaos --retain-count=100 | --retain-count=100 is too few for 200 nodes: take 223 or more"
            + " | runner chaos",
        "drive --strategy=flood --node-count=5 --retain-count=5 | --retain-count=5 is too few for 5"
            + " nodes: take 6 or more | runner drive",
        "maelstrom --retain-count=3 | --retain-count=3 is too few for 25 nodes | runner maelstrom",
        "memory --retain-count=3 | --retain-count=3 is too few for 5 nodes | runner memory",
        "simulate --strategy=flood --max-memory=1k | --max-memory=1000 is too little for 25 nodes:"
            + " take 1112 or more | runner simulate",
        "node --strategy=flood --peer-rate=4.5 | --peer-rate=4.5 leaves no room for what nodes ask each"
            + " other for: take 5 or more | runner node",
        "node --strategy=flood --max-memory=44 | --max-memory=44 is too little for a node: take 45 or"
            + " more | runner node",
        "simulate --strategy=flood --contacts=-1 | --contacts must be 0 | runner simulate",
        "simulate --strategy=deadline-tree --overlay=cyclon | Strategy deadline-tree needs every node"
            + " to know all others from the start | runner simulate",
        "drive --strategy=flood --detector=oracle | Detector oracle is told who is dead"
            + " | runner drive",
        "--strategy=flood --detector=oracle | Detector oracle is told who is dead | runner node",
        "maelstrom --detector=oracle | Detector oracle is told who is dead | runner maelstrom",
        "maelstrom --overlay=cycln | There is no overlay \"cycln\" | runner maelstrom",
        "--strategy=flod | There is no strategy \"flod\", did you mean \"flood\"? | runner node",
        "node --strategy=flod | There is no strategy \"flod\", did you mean \"flood\"?"
            + " | runner node",
        "--strategi=flood | There is no option \"--strategi\"; did you mean \"--strategy\"?"
            + " | runner node",
        "--strategy=flood:fast=true | strategy flood: no option \"fast\" | runner node",
        "--strategy=flood --seed=x | Invalid value for option '--seed': expected a whole number"
            + " | runner node",
        "--strategy=flood --log-format=xml | --log-format must be text or json, not \"xml\""
            + " | runner node",
        "drive --strategy=flood --log-level=all | --log-level must be debug, info or warn, not"
            + " \"all\" | runner drive",
        "trace n0/1/2 --logs=/nowhere | --logs=/nowhere is no folder | runner trace",
        "node | Give a strategy, as --strategy=NAME | runner node",
        "node --strategy=flood --max-memory=900000G | --max-memory=900000000000000 is more than this"
            + " JVM has | runner node",
        "--strategy=flood --trail --log-level=warn | --trail would show nothing with"
            + " --log-level=warn | runner node",
        "node --strategy=flood --log-level=warn --trail --seed=01 | --trail would show nothing with"
            + " --log-level=warn | runner node",
        "drive --strategy=flood --trail --log-level=warn | --trail would show nothing with"
            + " --log-level=warn | runner drive",
        "maelstrom --trail --log-level=warn | --trail would show nothing with"
            + " --log-level=warn | runner maelstrom",
        "maelstrom --data | Maelstrom starts all nodes with the same words | runner maelstrom",
        "simulate --strategy=flood --data=folder | Invalid value for option '--data': simulated nodes"
            + " have virtual disks, and no folder such as \"folder\" | runner simulate",
        "simulate --strategy=flood --log-level=warn | There is no option \"--log-level\""
            + " | runner simulate",
        "memory --nodes=0 | memory needs 1 to 10 nodes | runner memory",
      })
  void aMistakeGetsOneSentenceAndStatus2(String words, String sentence, String command) {
    Cli cli = Cli.run(words.split(" ", -1));
    List<String> lines = cli.err().lines().toList();
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertEquals("", cli.out());
    assertEquals(2, lines.size(), cli.err());
    assertTrue(lines.get(0).startsWith("hearsay: " + sentence), lines.get(0));
    assertEquals("See runner/bin/" + command + " --help", lines.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "compare --help",
        "simulate --help",
        "strategies --help",
        "overlays --help",
        "detectors --help",
        "node --help",
        "import --help",
        "maelstrom --help",
        "memory --help"
      })
  void helpShowsExamples(String words) {
    Cli cli = Cli.run(words.split(" ", -1));
    assertEquals(ExitStatus.OK, cli.status());
    assertEquals("", cli.err());
    assertTrue(cli.out().contains("Examples:\n  "), cli.out());
    assertTrue(cli.lines().stream().allMatch(line -> line.length() <= 110), cli.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "node | --data=DIR Keep what was acknowledged in this folder, which is this node's alone",
        "drive | --data[=DIR] Nodes keep what was acknowledged, each in a folder of its own within",
        "simulate | --data Nodes keep what was acknowledged on virtual disks",
        "compare | --data Nodes keep what was acknowledged on virtual disks",
        "chaos | --data Nodes keep what was acknowledged on virtual disks",
      })
  void theHelpSaysWhereACommandKeepsData(String command, String text) {
    String help = Cli.run(command, "--help").out().replaceAll("\\s+", " ");
    assertTrue(help.contains(text), help);
  }

  @Test
  void withoutAnyWordTheHelpIsShown() {
    assertEquals(Cli.run("--help"), Cli.run());
  }

  @Test
  void theVersionNamesTheProgram() {
    assertTrue(Cli.run("--version").out().startsWith("hearsay "));
  }

  @Test
  void strategiesListsWhatIsInstalledInOneLineEach() {
    Cli cli = Cli.run("strategies");
    assertTrue(cli.lines().stream().anyMatch(line -> line.matches("flood +Pass .*")), cli.out());
  }

  @Test
  void oneStrategyIsDescribedWithOptionsAndPromises() {
    Cli cli = Cli.run("strategies", "delta-ack");
    assertTrue(cli.out().startsWith("delta-ack: "), cli.out());
    for (String part :
        List.of(
            "\npaper     Almeida",
            "\nmessages, as they are on the wire\n",
            "\n  yes  HEALS_PARTITIONS: ",
            "\n  no   SURVIVES_RESTART: ",
            "\n  interval     the least time between two flushes",
            "; default 100ms\n")) {
      assertTrue(cli.out().contains(part), part + " in " + cli.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node",
        "compare",
        "simulate",
        "chaos",
        "drive",
        "frontier",
        "fidelity",
        "maelstrom",
        "strategies"
      })
  void theHelpOfACommandNamesWhatIsInstalled(String command) {
    String help = Cli.with(Planted.liar(), command, "--help").out();
    assertTrue(help.contains("liar"), help);
  }

  @Test
  void aStrategyIsShownWithItsMessagesOnTheWire() {
    String shown = Cli.run("strategies", "delta-ack").out();
    assertTrue(
        shown.endsWith(
            """
            messages, as they are on the wire
              {"type":"ack","upTo":1}
              {"type":"delta","first":0,"rumors":[["n0",1767225600000,0,[0]]]}
            """),
        shown);
    String seldom = Cli.run("strategies", "deadline-tree").out();
    assertTrue(seldom.contains("\n  tell of digest (Digest), rumors (Rumors)\n"), seldom);
  }
}
