package org.hearsay.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.process.Finding.Kind;
import org.hearsay.process.SmallNode.Fault;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Validity;
import org.hearsay.scenario.cluster.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards against a driver that passes nodes which it should not, or judges them unlike Maelstrom.
 */
final class FaultyNodesTest {
  private static final Settings SETTINGS =
      Settings.challenge(1)
          .with(new Settings.Shape(3, Topology.TOTAL))
          .with(new Settings.Load(20, Duration.ofSeconds(15), Duration.ofSeconds(10)));

  private static DriveOutcome run(Fault fault) {
    return FakeNodes.run(fault, SETTINGS);
  }

  private static void assertFound(Kind kind, String what, DriveOutcome outcome) {
    assertFalse(outcome.valid());
    assertEquals(1, outcome.misbehaviors().size());
    DriveOutcome.Misbehavior misbehavior = outcome.misbehaviors().get(0);
    assertEquals(1, misbehavior.node());
    assertEquals(List.of(kind), misbehavior.findings().stream().map(Finding::kind).toList());
    assertEquals(what, misbehavior.findings().get(0).what());
  }

  @Test
  void aNodeWithoutAFaultPasses() {
    assertTrue(run(Fault.NONE).valid());
    assertEquals(Validity.VALID, run(Fault.NONE).maelstrom().validity());
  }

  @Test
  void whatMaelstromForgivesIsForgiven() {
    DriveOutcome outcome = run(Fault.CHATTY);
    assertEquals(List.of(), outcome.misbehaviors());
    assertTrue(outcome.valid());
  }

  @Test
  void whatPeersSayBeforeEverybodyIsReadyArrives() {
    FakeNodes nodes = new FakeNodes(Fault.GREETS);
    assertTrue(nodes.run(SETTINGS).valid());
    assertEquals(3, nodes.greetings());
  }

  @ParameterizedTest
  @EnumSource(names = {"HIDES", "REPEATS", "INVENTS", "MUTES"})
  void maelstromPassesWhatTheStrictVerdictDoesNot(Fault fault) {
    DriveOutcome outcome = run(fault);
    assertEquals(Validity.VALID, outcome.maelstrom().validity());
    assertFalse(outcome.valid());
  }

  @Test
  void theStrictVerdictSaysWhatIsWrong() {
    assertEquals(List.of(0), run(Fault.HIDES).strict().missingAt());
    assertTrue(run(Fault.HIDES).strict().missing().stream().allMatch(value -> value % 2 == 0));
    assertTrue(run(Fault.REPEATS).strict().duplicated().size() > 100);
    assertEquals(List.of(1_000_000), run(Fault.INVENTS).strict().invented());
    assertEquals(List.of(1), run(Fault.MUTES).strict().unread());
    assertEquals(1, run(Fault.MUTES).misbehaving());
    assertEquals(0, run(Fault.HIDES).misbehaving());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GARBAGE|printed a line that is not JSON: java.lang.NullPointerException: oops",
        "EMPTY_LINE|printed an empty line",
        "STRANGER|printed a message whose dest is nobody's name: \"n99\": "
            + "{\"src\":\"n1\",\"dest\":\"n99\",\"body\":{\"type\":\"tell\"}}"
      })
  void aNodeThatPrintsWhatMaelstromCannotReadIsHeardNoMore(Fault fault, String what) {
    DriveOutcome outcome = run(fault);
    assertFound(Kind.MALFORMED_LINE, what, outcome);
    assertTrue(outcome.strict().unread().contains(1));
    assertTrue(outcome.maelstrom().stats().okFraction() < 1);
  }

  @Test
  void aReplyThatComesAfterItsClientIsGoneIsALineToNobody() {
    DriveOutcome outcome = run(Fault.LATE);
    String what = outcome.misbehaviors().get(0).findings().get(0).what();
    assertTrue(what.contains("is nobody's name: \"c"), what);
    assertTrue(what.contains("(there is no such client any more)"), what);
  }

  @Test
  void aReplyWithAKeyTooManyIsMalformedAndItsOperationUnknown() {
    DriveOutcome outcome = run(Fault.EXTRA_KEY);
    assertEquals(3, outcome.misbehaving());
    Finding finding = outcome.misbehaviors().get(1).findings().get(0);
    assertEquals(Kind.MALFORMED_REPLY, finding.kind());
    assertEquals(
        "sent a broadcast_ok with the key \"mood\", which does not belong there", finding.what());
    assertTrue(finding.count() > 10);
    assertEquals(0, outcome.maelstrom().stats().broadcast().ok());
    assertEquals(Validity.INVALID, outcome.maelstrom().validity());
  }

  @Test
  void aNodeThatEndsLeavesMaelstromWithoutResults() {
    DriveOutcome outcome = run(Fault.DIES);
    assertFound(Kind.DIED, "ended with status 3", outcome);
    assertEquals(List.of("it is too much for me"), outcome.misbehaviors().get(0).lastErrors());
    assertEquals(Validity.ERROR, outcome.maelstrom().validity());
    assertTrue(outcome.operations() > 200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HANGS|did not answer init within 10.0 s",
        "REFUSES|answered init with the error "
            + "{\"type\":\"error\",\"in_reply_to\":1,\"code\":13,\"text\":\"not today\"}"
      })
  void aNodeThatDoesNotBeginEndsTheRun(Fault fault, String what) {
    DriveOutcome outcome = run(fault);
    assertFound(Kind.NOT_SET_UP, what, outcome);
    assertEquals(0, outcome.operations());
    assertEquals(Validity.ERROR, outcome.maelstrom().validity());
  }
}
