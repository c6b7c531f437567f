package org.hearsay.scenario.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against nodes that are away at other times, or others than those a fault falls on. */
final class AbsencesTest {
  private static final int NODES = 20;
  private static final long SECOND = 1_000_000;

  private static Ward with(String... faults) {
    return with(1, faults);
  }

  private static Ward with(long seed, String... faults) {
    return Ward.with(NODES, seed, FaultText.parse(String.join(",", faults)).toArray(new Fault[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leave:n3",
        "leave:n3@2s",
        "leave:n3@2s+1500ms",
        "outage:0.05@5s",
        "outage:1",
        "outage:0.5@0s+2s",
        "restless:0.5:4s",
        "restless:1:2us@5s+1s",
        "hang:1:1us:1us",
        "hang:8:2s:100ms@5s+60s"
      })
  void eachComesBackFromItsText(String text) {
    List<Fault> faults = FaultText.parse(text);
    assertEquals(text, FaultText.of(faults));
    Span other = new Span(1, 2);
    assertEquals(other, faults.get(0).during(other).span());
    assertEquals(FaultText.what(faults.get(0)), FaultText.what(faults.get(0).during(other)));
  }

  @Test
  void eachIsWhatItsTextSays() {
    assertEquals(
        List.of(
            new Fault.Leave(3, new Span(2 * SECOND, SECOND)),
            new Fault.Outage(0.8, new Span(5 * SECOND, Span.FOREVER)),
            new Fault.Restless(0.5, 4 * SECOND, Span.WHOLE_RUN),
            new Fault.Hang(8, 2 * SECOND, 100_000, Span.WHOLE_RUN)),
        FaultText.parse("leave:n3@2s+1s,outage:0.8@5s,restless:0.5:4s,hang:8:2s:100ms"));
  }

  @Test
  void onlyWhoLeavesIsNamed() {
    assertEquals(List.of(3), FaultText.parse("leave:n3").get(0).nodes());
    for (String text : List.of("outage:1", "restless:1:1s", "hang:1:1s:1s")) {
      assertEquals(List.of(), FaultText.parse(text).get(0).nodes());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leave|expected the form of leave:n3@2s+1s",
        "leave:3|a node such as n3",
        "leave:n3@2s+0s|take no time",
        "outage|expected the form of outage:0.8@5s",
        "outage:0|A share of the nodes is above 0 and at most 1, as in 0.5, not 0.0",
        "outage:1.01|A share of the nodes is above 0 and at most 1, as in 0.5, not 1.01",
        "outage:-0.5|A share of the nodes is above 0 and at most 1, as in 0.5, not -0.5",
        "outage:half|a number such as",
        "restless:0.5|expected the form of restless:0.5:4s@5s+60s",
        "restless:2:4s|A share of the nodes is above 0 and at most 1, as in 0.5, not 2.0",
        "restless:0.5:1us|No node can come and go faster than every 2us",
        "restless:0.5:4|a time such as 2s, 250ms or 80us",
        "hang:8:2s|expected the form of hang:8:2s:100ms@5s+60s",
        "hang:0:2s:100ms|A hang needs one node or more, and times above 0: 0 nodes",
        "hang:1:0s:100ms|A hang needs one node or more, and times above 0: 1 nodes",
        "hang:1:1s:0s|A hang needs one node or more, and times above 0: 1 nodes",
        "hang:1.5:1s:1s|a whole number",
        "hanging:1:1s:1s|faults: partition",
        "outrage:1|did you mean \"outage\"?"
      })
  void whatCannotBeIsRefusedWithWhatToWrite(String text, String clause) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> FaultText.parse(text)).getMessage());
    assertTrue(message.startsWith("Fault " + text + ": ") && message.contains(clause), message);
  }

  @Test
  void whoLeavesSaysGoodByeAndIsAwayForItsTime() {
    Ward ward = with("leave:n3@2s+3s", "leave:n4@1s");
    assertEquals(List.of("n4", "n3"), ward.goodByes());
    assertEquals(Set.of(), nodes(ward.downAt(0.999)));
    assertEquals(Set.of(4), nodes(ward.downAt(1.999)));
    assertEquals(Set.of(3, 4), nodes(ward.downAt(2)));
    assertEquals(Set.of(3, 4), nodes(ward.downAt(4.999)));
    assertEquals(Set.of(4), nodes(ward.downAt(5)));
    assertEquals(Set.of(), nodes(ward.downAt(60)));
    assertEquals(Map.of(3, 2 * SECOND, 4, SECOND), ward.stateLossMicros());
    assertEquals(Set.of(), ward.departed());
  }

  @Test
  void anOutageTakesItsShareAtOnceAndGivesItBack() {
    Ward ward = with("outage:0.25@5s+2s");
    assertEquals(0, ward.downAt(4.999).cardinality());
    assertEquals(5, ward.downAt(5).cardinality());
    assertEquals(ward.downAt(5), ward.downAt(6.999));
    assertEquals(0, ward.downAt(7).cardinality());
    assertEquals(List.of(5), ward.atOnce());
    assertEquals(Set.of(), ward.departed());
    assertEquals(nodes(ward.downAt(5)), ward.stateLossMicros().keySet());
  }

  @Test
  void anOutageWithoutEndIsForGoodWhenAllElseIsMended() {
    Ward ward = with("outage:0.8@5s", "hang:1:2s:1s@10s");
    Set<Integer> dead = nodes(ward.downAt(6));
    assertEquals(16, dead.size());
    assertEquals(dead, ward.departed());
    assertEquals(dead, ward.stateLossMicros().keySet());
    assertEquals(dead, nodes(ward.downAt(61)));
    assertTrue(((Fault.Outage) FaultText.parse("outage:0.8@5s").get(0)).isForGood());
    assertFalse(((Fault.Outage) FaultText.parse("outage:0.8@5s+1s").get(0)).isForGood());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outage:1@4s+2s",
        "restless:1:4s@1s+20s",
        "churn:5/s@1s+20s",
        "crash:n3@4s+2s",
        "leave:n3@4s+2s"
      })
  void whoIsGoneForGoodIsNotBroughtBackByAnotherFaultThatEnds(String other) {
    Ward ward = with(other, "outage:1@5s");
    for (double second = 5; second < 62; second += 0.5) {
      assertEquals(NODES, ward.downAt(second).cardinality(), "after " + second + " s");
    }
    assertEquals(NODES, ward.departed().size());
  }

  @Test
  void aShareIsRoundedToTheNearestNumberOfNodes() {
    assertEquals(0, with("outage:0.02@5s").downAt(6).cardinality());
    assertEquals(1, with("outage:0.03@5s").downAt(6).cardinality());
    assertEquals(NODES, with("outage:1@5s").downAt(6).cardinality());
  }

  @Test
  void anotherSeedTakesOtherNodesAndOtherFaultsTakeTheSame() {
    BitSet taken = with("outage:0.5@5s").downAt(6);
    assertEquals(taken, with("hang:2:1s:1s", "outage:0.5@5s").downAt(6));
    assertNotEquals(taken, with(2, "outage:0.5@5s").downAt(6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"outage:0.5@5s", "outage:0.4@5s", "outage:0.3@5s", "outage:0.2@5s"})
  void twoFaultsThatAreAlikeTakeDifferentNodes(String fault) {
    int one = with(fault).downAt(6).cardinality();
    assertTrue(with(fault, fault).downAt(6).cardinality() > one);
  }

  @Test
  void restlessNodesAreAwayForHalfOfEachPeriod() {
    Ward ward = with("restless:0.5:4s@8s+40s");
    Set<Integer> restless = new TreeSet<>();
    long awaySamples = 0;
    int samples = 0;
    for (double second = 12; second < 48; second += 0.25) {
      restless.addAll(nodes(ward.downAt(second)));
      awaySamples += ward.downAt(second).cardinality();
      samples++;
    }
    assertEquals(10, restless.size());
    assertEquals(5, (double) awaySamples / samples, 0.2);
    for (int node : restless) {
      assertTrue(Math.abs(ward.deaths(node) - 10) <= 1, ward.deaths(node) + " deaths");
      assertTrue(ward.downAt(20).get(node) != ward.downAt(22).get(node));
      assertEquals(ward.downAt(20).get(node), ward.downAt(24).get(node));
    }
    assertEquals(restless, ward.stateLossMicros().keySet());
    assertEquals(0, ward.downAt(7.999).cardinality());
    assertEquals(0, ward.downAt(48).cardinality());
    assertEquals(0, ward.downAt(55).cardinality());
  }

  @Test
  void restlessNodesDoNotComeAndGoTogether() {
    Ward ward = with("restless:1:4s@8s+40s");
    for (double second = 12; second < 48; second++) {
      int down = ward.downAt(second).cardinality();
      assertTrue(down > 0 && down < NODES, down + " down");
    }
  }

  @Test
  void whoHangsDoesSoTogetherAndIsFreeInBetween() {
    Ward ward = with("hang:3:2s:500ms@5s+6s");
    BitSet hung = ward.hungAt(5);
    assertEquals(3, hung.cardinality());
    assertEquals(0, ward.hungAt(4.999).cardinality());
    assertEquals(hung, ward.hungAt(6.999));
    assertEquals(0, ward.hungAt(7).cardinality());
    assertEquals(0, ward.hungAt(7.499).cardinality());
    assertEquals(hung, ward.hungAt(7.5));
    assertEquals(0, ward.hungAt(9.5).cardinality());
    assertEquals(hung, ward.hungAt(10));
    assertEquals(0, ward.hungAt(11).cardinality());
    assertEquals(0, ward.hungAt(30).cardinality());
    assertEquals(0, ward.sickAt(4.999).cardinality());
    assertEquals(hung, ward.sickAt(5));
    assertEquals(hung, ward.sickAt(7.2), "free, and not well");
    assertEquals(0, ward.sickAt(11).cardinality());
    assertEquals(Map.of(), ward.stateLossMicros());
    assertEquals(0, ward.downAt(6).cardinality());
  }

  @Test
  void moreThanAllCannotHang() {
    assertEquals(NODES, with("hang:100:2s:1s@5s").hungAt(6).cardinality());
  }

  @Test
  void whateverHasNoEndIsMendedAtTheEnd() {
    Ward ward = with("restless:0.5:4s@8s", "hang:3:2s:1us@5s", "leave:n3@2s");
    assertTrue(ward.downAt(59).cardinality() > 0 && ward.hungAt(59).cardinality() > 0);
    assertEquals(0, ward.downAt(60).cardinality());
    assertEquals(0, ward.hungAt(60).cardinality());
  }

  private static Set<Integer> nodes(BitSet set) {
    return set.stream().boxed().collect(Collectors.toSet());
  }
}
