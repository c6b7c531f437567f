package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.node.service.Count;
import org.hearsay.report.page.MarkdownReport;
import org.junit.jupiter.api.Test;

/** Guards against guarantees, and what nodes count for them, that records lose or mix up. */
final class RunGuaranteesTest {
  private static final RunRecord PLAIN =
      Runs.of("flood", Map.of(), Runs.SETTINGS, Runs.measured(10, 500, 0));
  private static final RunRecord ORDERED = PLAIN.guaranteeing(guarantees());
  private static final RunRecord COUNTED =
      Runs.of(
          "flood",
          Map.of(),
          Runs.SETTINGS,
          Runs.measured(10, 500, 0)
              .with(
                  Map.of(Count.QUEUED, 7L, Count.DUPLICATES, 12L),
                  EnumSet.of(Count.DUPLICATES, Count.REFUSED)));

  private static final String REMARK =
      "Some runs refused broadcasts: what was refused cost nothing, and reached nobody.";

  private static Map<String, String> guarantees() {
    Map<String, String> guarantees = new LinkedHashMap<>();
    guarantees.put("order", "fifo");
    guarantees.put("trail", "true");
    return guarantees;
  }

  @Test
  void theyStandInTheLineAndAreReadBackInTheirOrder() {
    assertTrue(
        ORDERED.json().contains("\"guarantees\":{\"order\":\"fifo\",\"trail\":\"true\"},\"seed\""),
        ORDERED.json());
    assertEquals(ORDERED, RunRecord.ofJson(ORDERED.json()));
    assertTrue(!PLAIN.json().contains("guarantees"), PLAIN.json());
    assertNull(RunRecord.ofJson(PLAIN.json()).guarantees());
  }

  @Test
  void theyTellRunsApart() {
    Labels labels = new Labels(List.of(PLAIN, ORDERED));
    assertEquals("flood", labels.of(PLAIN));
    assertEquals("flood --order=fifo --trail", labels.of(ORDERED));
    assertEquals("flood", new Labels(List.of(ORDERED)).of(ORDERED));
    List<String> changes = new Baseline(List.of(PLAIN), List.of(ORDERED)).lines();
    assertTrue(changes.get(3).startsWith("0 runs are the same"), changes::toString);
  }

  @Test
  void peopleAndTablesAreShownThem() {
    List<String> inputs = Details.inputs("flood", Map.of(), null, guarantees(), Runs.SETTINGS, "1");
    assertEquals("guarantees  --order=fifo --trail", inputs.get(2));
    assertEquals(
        ",--order=fifo --trail,",
        Csv.of(List.of(ORDERED)).get(1).replaceAll(".*(,--order=fifo --trail,).*", "$1"));
  }

  @Test
  void whatNodesWatchIsInTheLineAndWhatTheyDoNotIsUnknown() {
    assertTrue(
        COUNTED.json().contains("\"runtime\":{\"duplicates\":12,\"refused\":0,\"queued\":7}"),
        COUNTED.json());
    assertEquals(COUNTED, RunRecord.ofJson(COUNTED.json()));
    assertNull(Runs.measured(10, 500, 0).with(Map.of(), Set.of()).runtime());
    List<String> csv = Csv.of(List.of(COUNTED));
    List<String> names = List.of(csv.get(0).split(",", -1));
    List<String> cells = List.of(csv.get(1).split(",", -1));
    assertEquals("0", cells.get(names.indexOf("runtime.refused")));
    assertEquals("", cells.get(names.indexOf("runtime.envelopes_sent")));
  }

  @Test
  void aColumnForWhatWasRefusedIsThereIfSomethingWas() {
    RunRecord calm = Runs.refusing(0);
    assertFalse(new Comparison(List.of(calm)).table().get(1).contains("refused"));
    Comparison comparison = new Comparison(List.of(calm, Runs.refusing(7)));
    assertTrue(comparison.table().get(1).contains("unreached  refused  "), "in a table");
    assertTrue(comparison.table().get(3).contains("        0        0  "), "of one that did not");
    assertTrue(
        comparison.legend().stream().anyMatch(line -> line.startsWith("refused  ")), "explained");
    assertTrue(comparison.answer(0).contains(REMARK), "and judged by");
    assertFalse(new Comparison(List.of(calm)).answer(0).contains(REMARK));
    assertTrue(calm.json().contains("\"refused\":0,"), calm.json());
    String older = Runs.refusing(7).json().replace("\"refused\":7,", "");
    assertEquals(Runs.refusing(7), RunRecord.ofJson(older), "Maelstrom's figures say it, too");
    String markdown = String.join("\n", new MarkdownReport(List.of(calm), Set.of()).lines());
    assertFalse(markdown.contains("refused"), markdown);
  }

  @Test
  void whatNodesCountIsShownWithWhatItMeans() {
    List<String> shown =
        Details.metrics(COUNTED).stream().filter(line -> line.startsWith("runtime.")).toList();
    assertEquals(2, shown.size(), shown::toString);
    assertTrue(
        shown.get(0).matches("runtime.duplicates +12 .*" + Count.DUPLICATES.meaning()),
        shown.get(0));
    assertTrue(shown.get(1).endsWith("messages waiting in outboxes: the most at any node"));
    assertEquals(
        Details.metrics(PLAIN).size() + 2, Details.metrics(COUNTED).size(), "nothing else changes");
  }
}
