package org.hearsay.detectors.links;

import static org.hearsay.detectors.Verdicts.dead;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.links.LinkMessage.Ping;
import org.hearsay.detectors.links.LinkMessage.Pong;
import org.junit.jupiter.api.Test;

/**
 * Guards against learning from what says nothing of how regularly signs of life come: other
 * traffic, other peers, and the time that a peer was down.
 */
final class GapsTest {
  private static final long INTERVAL_MICROS = 1_000_000;

  /** Remembers all gaps, and has the more patience the longer the last was. */
  private static final class Gaps implements ArrivalTimes {
    private final List<Long> all = new ArrayList<>();

    @Override
    public void add(long gapMicros) {
      all.add(gapMicros);
    }

    @Override
    public long patienceMicros() {
      return INTERVAL_MICROS + (all.isEmpty() ? 0 : all.get(all.size() - 1));
    }
  }

  private final List<Gaps> links = new ArrayList<>();
  private final SteppedDetector<LinkMessage> node =
      SteppedDetector.linked(new LinkDetector(INTERVAL_MICROS, false, this::gaps), 1, 2);

  private Gaps gaps() {
    Gaps gaps = new Gaps();
    links.add(gaps);
    return gaps;
  }

  @Test
  void gapsAreThoseBetweenQuestionsAndAnswersOfOnePeer() {
    node.pass(300_000);
    node.receive(1, new Pong());
    node.pass(200_000);
    node.receive(2, new Ping());
    node.pass(700_000);
    node.receive(1, new Ping());
    assertEquals(List.of(300_000L, 900_000L), links.get(0).all);
    assertEquals(List.of(500_000L), links.get(1).all);
  }

  @Test
  void otherTrafficMakesNoGapButIsASignOfLife() {
    node.watch(1);
    node.pass(300_000);
    node.receive(1, new Pong());
    node.pass(200_000);
    node.receive(1);
    assertEquals(List.of(300_000L), links.get(0).all);
    assertEquals(List.of(), dead(node.pass(1_299_999)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void twoSignsOfLifeAtOneMomentAreOne() {
    node.pass(300_000);
    node.receive(1, new Pong(), new Ping());
    node.receive(1, new Pong());
    assertEquals(List.of(300_000L), links.get(0).all);
  }

  @Test
  void eachPeerMayBeSilentForAsLongAsItsOwnGapsAllow() {
    node.pass(300_000);
    node.receive(1, new Pong());
    node.pass(400_000);
    node.receive(1, new Pong());
    node.receive(2, new Pong());
    assertEquals(List.of(), dead(node.pass(1_399_999)));
    assertEquals(List.of(1), dead(node.pass(1)));
    assertEquals(List.of(), dead(node.pass(299_999)));
    assertEquals(List.of(2), dead(node.pass(1)));
  }

  @Test
  void theTimeThatAPeerWasDownIsNoGap() {
    node.pass(300_000);
    node.receive(1, new Pong());
    node.pass(5_000_000);
    node.receive(1, new Pong());
    node.pass(200_000);
    node.receive(1, new Pong());
    assertEquals(List.of(300_000L, 200_000L), links.get(0).all);
  }

  @Test
  void theTimeBetweenTwoLivesIsNoGap() {
    node.pass(300_000);
    node.receive(1, new Pong());
    node.pass(5_000_000);
    node.restart(1, 200);
    node.pass(200_000);
    node.receive(1, new Pong());
    assertEquals(List.of(300_000L, 200_000L), links.get(0).all);
  }
}
