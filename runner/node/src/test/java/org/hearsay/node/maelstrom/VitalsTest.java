package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.junit.jupiter.api.Test;

final class VitalsTest {
  private final Counters counters = new Counters();
  private final List<String> said = new ArrayList<>();
  private long nowMicros = 1_000_000;
  private final Vitals vitals =
      new Vitals(counters, entry -> said.add(entry.sentence()), () -> nowMicros);

  private void pass(long micros) {
    nowMicros += micros;
    vitals.fire();
  }

  private List<String> takeSaid() {
    List<String> taken = List.copyOf(said);
    said.clear();
    return taken;
  }

  @Test
  void anIdleNodeIsSilent() {
    assertEquals(Long.MAX_VALUE, vitals.nextDeadlineMicros());
    pass(Vitals.INTERVAL_MICROS);
    vitals.say();
    assertEquals(List.of(), said);
  }

  @Test
  void changesAreSaidAfterAWhileAndOnce() {
    counters.add(Count.DUPLICATES, 12);
    counters.set(Count.QUEUED, 7);
    counters.set(Count.QUEUED, 0);
    pass(Vitals.INTERVAL_MICROS - 1);
    assertEquals(List.of(), said);
    pass(1);
    assertEquals(List.of("metrics duplicates=12 queued=0 queued_most=7"), takeSaid());
    assertEquals(Long.MAX_VALUE, vitals.nextDeadlineMicros());
    pass(Vitals.INTERVAL_MICROS);
    assertEquals(List.of(), said);
  }

  @Test
  void whatHasChangedSinceIsSaidAtTheEnd() {
    counters.add(Count.REFUSED, 1);
    pass(Vitals.INTERVAL_MICROS);
    counters.add(Count.REFUSED, 1);
    vitals.say();
    vitals.say();
    assertEquals(List.of("metrics refused=1", "metrics refused=2"), said);
  }

  @Test
  void latenessAloneIsNoNews() {
    counters.set(Count.LOOP_LAG_MICROS, 50);
    pass(Vitals.INTERVAL_MICROS);
    assertEquals(List.of(), said);
    counters.add(Count.DUPLICATES, 1);
    pass(Vitals.INTERVAL_MICROS);
    assertEquals(List.of("metrics duplicates=1 loop_lag_micros=50"), said);
  }

  @Test
  void aNodeWithoutGuaranteesSaysWhatIsCheapToKnow() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(NodeUnderTest.broadcast("42"));
    node.pass(Vitals.INTERVAL_MICROS);
    List<String> logged = node.takeLogged();
    assertEquals(1, logged.size());
    assertEquals(
        "metrics envelopes_sent=2 rumors_known=1",
        logged.get(0).replaceAll(" loop_lag_micros.*", ""));
  }
}
