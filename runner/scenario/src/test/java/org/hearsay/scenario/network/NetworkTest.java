package org.hearsay.scenario.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.time.VirtualTime;
import org.junit.jupiter.api.Test;

/** Guards against delivering when Maelstrom would not, in time, order or partition. */
final class NetworkTest {
  private static final Partition CUT = Partition.of(Partition.Kind.ONE, 2, new SeededRandom(1, 1));

  private final VirtualTime events = new VirtualTime();
  private final List<String> seen = new ArrayList<>();

  private void bring(Network network, String name, long latencyMicros) {
    network.bring(0, 1, latencyMicros, () -> note(name), () -> note(name + " dropped"));
  }

  private void note(String what) {
    seen.add(what + " at " + events.nowMicros());
  }

  private List<String> run() {
    while (events.step()) {}
    return seen;
  }

  @Test
  void anIdealReaderTakesEachMessageWhenItIsDue() {
    Network network = new Network(events, Model.IDEAL, 2);
    bring(network, "slow", 100);
    bring(network, "fast", 10);
    network.bringRequest(1, () -> note("request"));
    assertEquals(List.of("request at 0", "fast at 10", "slow at 100"), run());
  }

  @Test
  void maelstromsReaderKeepsEverythingElseWaitingBehindTheMessageItTook() {
    Network network = new Network(events, Model.MAELSTROM, 2);
    bring(network, "slow", 100);
    bring(network, "fast", 10);
    network.bringRequest(1, () -> note("request"));
    assertEquals(List.of("slow at 100", "request at 100", "fast at 100"), run());
  }

  @Test
  void anIdealNetworkJudgesAPartitionOnArrival() {
    Network network = new Network(events, Model.IDEAL, 2);
    bring(network, "message", 100);
    events.at(50, () -> network.cut(CUT));
    assertEquals(List.of("message dropped at 100"), run());
  }

  @Test
  void maelstromJudgesAPartitionWhenTheReaderTakesTheMessage() {
    Network network = new Network(events, Model.MAELSTROM, 2);
    bring(network, "taken before", 100);
    bring(network, "waiting", 20);
    events.at(50, () -> network.cut(CUT));
    events.at(200, () -> bring(network, "during", 10));
    events.at(300, () -> network.cut(null));
    events.at(300, () -> bring(network, "after", 10));
    assertEquals(
        List.of(
            "taken before at 100",
            "waiting dropped at 100",
            "during dropped at 200",
            "after at 310"),
        run());
  }

  @Test
  void noPartitionStopsAClient() {
    Network network = new Network(events, Model.MAELSTROM, 2);
    network.cut(CUT);
    network.bringRequest(1, () -> note("request"));
    assertEquals(List.of("request at 0"), run());
  }
}
