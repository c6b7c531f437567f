package org.hearsay.cli.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.hearsay.chaos.Postmortem;
import org.hearsay.chaos.Trial;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.junit.jupiter.api.Test;

class ChaosPageTest {
  private static final Trial DRAWN =
      new Trial(StrategyCatalog.ofClassPath().parse("flood"), Settings.challenge(7));
  private static final Trial SMALLEST =
      DRAWN.with(Settings.challenge(7).with(new Settings.Shape(2, Topology.LINE)));
  private static final Postmortem FOUND =
      new Postmortem(
          DRAWN,
          SMALLEST,
          new Complaint(Law.NOTHING_LOST, "value 3 is missing at n1"),
          42,
          true,
          List.of("  1.000 ms  n0 broadcasts n0#0", "and 3 lines more"));

  @Test
  void aFailureSaysWhatIsWrongHowToSeeItAgainAndWhatHappens() {
    List<String> page = ChaosPage.of(7, FOUND);
    assertEquals("Seed 7, flood:", page.get(1));
    assertEquals("  nothing lost: value 3 is missing at n1", page.get(2));
    assertEquals("drawn as  " + DRAWN.command(), page.get(3));
    assertTrue(page.get(4).startsWith("smallest  2 nodes, 0 broadcasts and faults"), page.get(4));
    assertEquals("again     " + SMALLEST.command() + " --trace=1000", page.get(5));
    assertEquals(FOUND.trace(), page.subList(6, page.size()));
  }

  @Test
  void aSearchCutShortDoesNotClaimTheSmallest() {
    Postmortem cut = new Postmortem(DRAWN, SMALLEST, FOUND.complaint(), 42, false, FOUND.trace());
    assertTrue(ChaosPage.of(7, cut).get(4).startsWith("so far    2 nodes"));
  }

  @Test
  void asJsonItIsALineWithTheSame() throws JsonProcessingException {
    JsonNode line = new ObjectMapper().readTree(ChaosPage.json(7, FOUND));
    assertEquals(7, line.path("seed").asInt());
    assertEquals("nothing lost", line.path("law").asText());
    assertEquals("value 3 is missing at n1", line.path("what").asText());
    assertEquals(SMALLEST.command() + " --trace=1000", line.path("again").asText());
    assertEquals(2, line.path("nodes").asInt());
    assertEquals("and 3 lines more", line.path("trace").get(1).asText());
  }
}
