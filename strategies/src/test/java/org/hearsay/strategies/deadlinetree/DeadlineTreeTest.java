package org.hearsay.strategies.deadlinetree;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Rest;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Tell;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against rumors that wait too long or leave alone, and against gaps that nobody sees. */
final class DeadlineTreeTest {
  private static final int UP = 0;
  private static final int FLUSH = 2;
  private static final int ASK = 3;
  private static final int SETTLE = 4;
  private static final int OVERHEARD = 5;
  private static final int NODES = 25;
  private static final long LINK = 100_000;
  private static final long MARGIN = 20_000;
  private static final long PERIOD = 600_000 - 2 * LINK - MARGIN;

  private static RecordingNode<DeadlineTreeMessage> node(int id, int latencyMillis) {
    return node(id, new DeadlineTreeConfig(Duration.ofMillis(latencyMillis), 1, 0));
  }

  private static RecordingNode<DeadlineTreeMessage> node(int id, DeadlineTreeConfig config) {
    RecordingNode<DeadlineTreeMessage> node =
        new RecordingNode<>(new DeadlineTree(config), id, NODES);
    node.start();
    node.advance(2 * LINK);
    node.receive(id == 0 ? 1 : 0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    return node;
  }

  private static Down round(long number, long... rumors) {
    return new Down(0, number, PERIOD, PERIOD, NODES - 1, Rumors.of(rumors));
  }

  private static Up up(long round, long... rumors) {
    return new Up(0, round, LINK, 600_000, Rumors.of(rumors));
  }

  @Test
  void aNodeBeginsByComparingWithTheRoot() {
    RecordingNode<DeadlineTreeMessage> leaf =
        new RecordingNode<>(new DeadlineTree(DeadlineTreeConfig.defaults()), 7, NODES);
    assertEquals(List.of(new Offer(0, Digest.EMPTY)), sentTo(0, leaf.start()));
  }

  @Test
  void theRootSendsWhatItHasGatheredToAllAtOnce() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.receive(2, up(0, rumor(2, 0)));
    root.broadcast();
    List<Effect> effects = root.fire(FLUSH);
    assertEquals(IntStream.range(1, NODES).boxed().toList(), receivers(effects));
    assertEquals(List.of(round(1, rumor(1, 0), rumor(2, 0), rumor(0, 0))), sentTo(24, effects));
  }

  @Test
  void aRumorLeavesTheRootAsLateAsItsDeadlineAllows() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.fire(FLUSH);
    root.advance(10 * PERIOD + 1_000);
    Up up = new Up(0, 1, LINK, 300_000, Rumors.of(rumor(1, 1)));
    assertEquals(300_000 - 2 * LINK, delay(FLUSH, root.receive(1, up)));
  }

  @Test
  void theFirstRoundComesEarlyAsItTellsAllWhenTheOthersAreDue() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    assertEquals(PERIOD / 8, delay(FLUSH, root.receive(1, up(0, rumor(1, 0)))));
  }

  @Test
  void theNextRoundIsAPeriodAfterTheLast() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.fire(FLUSH);
    root.advance(PERIOD - MARGIN);
    assertEquals(MARGIN, delay(FLUSH, root.receive(1, up(1, rumor(1, 1)))));
  }

  @Test
  void aRumorThatComesLateIsNotKeptUntilTheNextRound() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.fire(FLUSH);
    root.advance(1_000);
    Up late = new Up(0, 1, LINK, 220_000, Rumors.of(rumor(1, 1)));
    assertTrue(delay(FLUSH, root.receive(1, late)) < PERIOD / 4);
  }

  @Test
  void whatALeafHasLeavesJustInTimeForTheNextRound() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.advance(50_000);
    assertEquals(PERIOD - 2 * LINK - MARGIN - 50_000, delay(UP, leaf.broadcast()));
    leaf.broadcast();
    List<Message> sent = sentTo(0, leaf.fire(UP));
    assertEquals(1, sent.size());
    Up up = assertInstanceOf(Up.class, sent.get(0));
    assertEquals(Rumors.of(rumor(7, 0), rumor(7, 1)), up.rumors());
    assertEquals(600_000 - (PERIOD - 2 * LINK - MARGIN - 50_000), up.slackMicros());
    assertEquals(1, up.round());
  }

  @Test
  void aRoundThatBringsOnesOwnRumorConfirmsIt() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.broadcast();
    leaf.fire(UP);
    List<Effect> effects = leaf.receive(0, round(2, rumor(7, 0)));
    // Only the receipt is left.
    assertEquals(1_700_000, delay(UP, effects));
    assertEquals(List.of(new Up(0, 2, LINK, 600_000, Rumors.NONE)), sentTo(0, leaf.fire(UP)));
  }

  @Test
  void whatIsNotConfirmedIsSentAgainWithGrowingPatience() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.broadcast();
    leaf.advance(PERIOD - 2 * LINK - MARGIN);
    long first = delay(UP, leaf.fire(UP));
    // The next round is there in a link and a margin, and brings it one link later.
    assertTrue(first > 2 * LINK && first < 4 * LINK, () -> Long.toString(first));
    leaf.advance(first);
    long second = delay(UP, leaf.fire(UP));
    assertTrue(second > 2 * LINK && second < 5 * LINK, () -> Long.toString(second));
    leaf.advance(second);
    List<Effect> third = leaf.fire(UP);
    assertTrue(delay(UP, third) > 875_000 && delay(UP, third) <= 1_000_000);
    // By now the root may be cut off: compare.
    assertTrue(sentTo(0, third).stream().anyMatch(Offer.class::isInstance));
  }

  @Test
  void whatTheRoundItWasSentForDoesNotBringIsSentAgain() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.broadcast();
    leaf.advance(PERIOD - 2 * LINK - MARGIN);
    leaf.fire(UP);
    leaf.advance(2 * LINK + MARGIN);
    assertTrue(delay(UP, leaf.receive(0, round(2, rumor(2, 0)))) < 2 * LINK);
    Up up = assertInstanceOf(Up.class, sentTo(0, leaf.fire(UP)).get(0));
    assertEquals(Rumors.of(rumor(7, 0)), up.rumors());
  }

  @Test
  void aMissingRoundMakesALeafCompare() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    List<Effect> effects = leaf.receive(0, round(3, rumor(3, 0)));
    assertEquals(List.of(rumor(3, 0)), delivered(effects));
    assertInstanceOf(Offer.class, sentTo(0, effects).get(0));
  }

  @Test
  void aLateRoundMakesNobodyCompare() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.receive(0, round(3, rumor(3, 0)));
    leaf.receive(0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    assertEquals(List.of(), sent(leaf.receive(0, round(2, rumor(2, 0)))));
  }

  @Test
  void aRootThatHasForgottenMakesALeafCompare() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    for (int number = 1; number <= 9; number++) {
      leaf.receive(0, round(number, rumor(1, number - 1)));
    }
    assertInstanceOf(Offer.class, sentTo(0, leaf.receive(0, round(1, rumor(2, 0)))).get(0));
  }

  @Test
  void aRootAsksWhoDoesNotReceipt() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.fire(FLUSH);
    IntStream.range(1, NODES).filter(leaf -> leaf != 9).forEach(leaf -> root.receive(leaf, up(1)));
    List<Effect> effects = root.fire(ASK);
    assertEquals(List.of(9), receivers(effects));
    Ask ask = assertInstanceOf(Ask.class, sentTo(9, effects).get(0));
    assertEquals(1, ask.round());
    assertEquals(new Digest(List.of(new Digest.Range(1, 0, 1))), ask.digest());
    root.receive(9, up(1));
    assertEquals(List.of(), root.fire(ASK));
  }

  @Test
  void whoIsAskedAnswersAtOnce() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    Ask ask = new Ask(0, 1, new Digest(List.of(new Digest.Range(1, 0, 1))));
    List<Effect> effects = leaf.receive(0, ask);
    assertEquals(0, delay(UP, effects));
    assertEquals(List.of(), sent(effects));
  }

  @Test
  void whoIsAskedAndKnowsLessOrMoreCompares() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    Ask more = new Ask(0, 1, new Digest(List.of(new Digest.Range(1, 0, 2))));
    assertInstanceOf(Offer.class, sentTo(0, leaf.receive(0, more)).get(0));
    leaf.receive(0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    Ask less = new Ask(0, 1, Digest.EMPTY);
    assertInstanceOf(Offer.class, sentTo(0, leaf.receive(0, less)).get(0));
  }

  @Test
  void whatWaitsForItsTimeIsNoReasonToCompare() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.broadcast();
    Ask ask = new Ask(0, 1, new Digest(List.of(new Digest.Range(1, 0, 1))));
    assertEquals(List.of(), sent(leaf.receive(0, ask)));
  }

  @Test
  void aRootAsksNobodyWhileRoundsFollowEachOther() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    long first = delay(ASK, root.fire(FLUSH));
    root.advance(PERIOD);
    root.receive(1, up(1, rumor(1, 1)));
    assertEquals(first, delay(ASK, root.fire(FLUSH)));
  }

  @Test
  void aRootAsksWhoIsBehind() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.receive(1, up(0, rumor(1, 0)));
    root.fire(FLUSH);
    root.receive(1, up(1, rumor(1, 1)));
    root.advance(PERIOD);
    root.fire(FLUSH);
    // That round may still be on its way.
    assertEquals(List.of(), sentTo(9, root.receive(9, up(1))));
    root.advance(4 * LINK);
    assertInstanceOf(Ask.class, sentTo(9, root.receive(9, up(1))).get(0));
    assertEquals(List.of(), sentTo(9, root.receive(9, up(2))));
  }

  @Test
  void whoLearnsSomethingPastTheRoundsReceiptsTheLastInAWhile() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.fire(UP);
    Digest two = new Digest(List.of(new Digest.Range(1, 0, 2)));
    List<Effect> effects = leaf.receive(0, new Answer(0, two, Rumors.of(rumor(1, 1))));
    assertEquals(1_700_000, delay(UP, effects));
  }

  @Test
  void whatEndsAComparisonIsLearntPastTheRoundsToo() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.fire(UP);
    List<Effect> effects = leaf.receive(0, new Rest(0, Rumors.of(rumor(1, 1))));
    assertEquals(1_700_000, delay(UP, effects));
  }

  @Test
  void whomARoundWentPastReportsOnceMoreAfterItWasAsked() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    leaf.receive(0, round(1, rumor(1, 0)));
    Digest one = new Digest(List.of(new Digest.Range(1, 0, 1)));
    leaf.receive(0, new Ask(0, 2, one));
    List<Effect> receipt = leaf.fire(UP);
    assertEquals(List.of(up(2)), sentTo(0, receipt));
    assertEquals(1_700_000, delay(UP, receipt));
    leaf.fire(UP);
    leaf.receive(0, new Ask(0, 2, one));
    leaf.fire(UP);
    assertThrows(IllegalStateException.class, () -> leaf.fire(UP));
  }

  /** Its root would go by the slowest link, and send rounds without end. */
  @Test
  void whoStoodStillDoesNotTakeThatForALongLink() {
    RecordingNode<DeadlineTreeMessage> leaf =
        new RecordingNode<>(new DeadlineTree(DeadlineTreeConfig.defaults()), 7, NODES);
    leaf.start();
    leaf.advance(30 * LINK);
    leaf.receive(0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    leaf.broadcast();
    assertEquals(List.of(up(0, rumor(7, 0))), sentTo(0, leaf.fire(UP)));
  }

  @Test
  void aTargetTooShortForARootMakesANodeTellAll() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    List<Effect> effects = leaf.broadcast();
    assertEquals(24, sent(effects).size());
    Digest own = new Digest(List.of(new Digest.Range(7, 0, 1)));
    assertEquals(List.of(new Tell(own, Rumors.of(rumor(7, 0)))), sentTo(0, effects));
    // Unless the root shows it by then.
    assertTrue(delay(UP, effects) >= 3_000_000);
  }

  @Test
  void whatTheRootTellsConfirms() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    leaf.broadcast();
    Digest both = new Digest(List.of(new Digest.Range(0, 0, 1), new Digest.Range(7, 0, 1)));
    leaf.receive(0, new Tell(both, Rumors.of(rumor(0, 0))));
    assertEquals(List.of(), sent(leaf.fire(UP)));
  }

  @Test
  void whatTheRootDoesNotShowIsSentToIt() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    Digest one = new Digest(List.of(new Digest.Range(1, 0, 1)));
    leaf.receive(1, new Tell(one, Rumors.of(rumor(1, 0))));
    leaf.advance(4_000_000);
    Up up = assertInstanceOf(Up.class, sentTo(0, leaf.fire(UP)).get(0));
    assertEquals(Rumors.of(rumor(1, 0)), up.rumors());
  }

  @Test
  void whatATellerKnowsAndDoesNotComeIsAskedFor() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    Digest two = new Digest(List.of(new Digest.Range(1, 0, 1), new Digest.Range(2, 0, 1)));
    List<Effect> effects = leaf.receive(1, new Tell(two, Rumors.of(rumor(1, 0))));
    assertTrue(delay(OVERHEARD, effects) >= 50_000);
    Offer offer = assertInstanceOf(Offer.class, sentTo(1, leaf.fire(OVERHEARD)).get(0));
    assertEquals(new Digest(List.of(new Digest.Range(1, 0, 1))), offer.digest());
  }

  @Test
  void whatComesALittleLaterIsNotAskedFor() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    Digest two = new Digest(List.of(new Digest.Range(1, 0, 1), new Digest.Range(2, 0, 1)));
    leaf.receive(1, new Tell(two, Rumors.of(rumor(1, 0))));
    leaf.receive(2, new Tell(two, Rumors.of(rumor(2, 0))));
    assertEquals(List.of(), sent(leaf.fire(OVERHEARD)));
  }

  @Test
  void aRootMakesAllCompareWhenItIsQuiet() {
    RecordingNode<DeadlineTreeMessage> root = node(0, 100);
    Digest one = new Digest(List.of(new Digest.Range(1, 0, 1)));
    long quiet = delay(SETTLE, root.receive(1, new Tell(one, Rumors.of(rumor(1, 0)))));
    root.advance(quiet);
    List<Effect> effects = root.fire(SETTLE);
    assertEquals(IntStream.range(1, NODES).boxed().toList(), receivers(effects));
    assertEquals(List.of(new Ask(0, 1, one)), sentTo(24, effects));
  }

  @Test
  void aNodeOfADeepTreePassesRoundsOn() {
    RecordingNode<DeadlineTreeMessage> inner =
        node(2, new DeadlineTreeConfig(Duration.ofSeconds(2), 1, 4));
    Down round = new Down(0, 1, PERIOD, PERIOD, 4, Rumors.of(rumor(8, 0)));
    List<Effect> effects = inner.receive(0, round);
    assertEquals(List.of(9, 10, 11, 12), receivers(effects));
    assertEquals(List.of(round), sentTo(9, effects));
  }

  @Test
  void aNodeAloneIsContent() {
    RecordingNode<DeadlineTreeMessage> alone =
        new RecordingNode<>(new DeadlineTree(DeadlineTreeConfig.defaults()), 0, 1);
    alone.start();
    assertEquals(List.of(), sent(alone.broadcast()));
  }
}
