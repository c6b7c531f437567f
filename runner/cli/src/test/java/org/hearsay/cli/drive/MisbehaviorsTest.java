package org.hearsay.cli.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.cli.run.Judgement;
import org.hearsay.process.DriveOutcome;
import org.hearsay.process.Finding;
import org.hearsay.process.Finding.Kind;
import org.junit.jupiter.api.Test;

final class MisbehaviorsTest {

  @Test
  void whatNodesDidIsSaidWhereItBelongs() {
    Misbehaviors misbehaviors =
        new Misbehaviors(
            List.of(
                new DriveOutcome.Misbehavior(
                    3,
                    List.of(
                        new Finding(3, Kind.MALFORMED_REPLY, 1_234_000, "sent a wrong one", 3),
                        new Finding(3, Kind.LEFT_CHILD, 2_000_000, "left behind: sleep 17", 1)),
                    List.of())));
    assertEquals(
        List.of(
            new Judgement.Wrong(
                "n3 sent a wrong one, at 1.234 s, and 2 times more",
                Kind.MALFORMED_REPLY.underMaelstrom())),
        misbehaviors.wrong());
    assertEquals(
        List.of(
            "",
            "n3 left behind: sleep 17, at 2.000 s (Maelstrom leaves it running)",
            "n3 wrote nothing to standard error."),
        misbehaviors.lines());
  }
}
