package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a typing mistake in a table that measures something else, and says nothing. */
final class TableFileTest {
  private static final String TABLE =
      """
      {"title": "T", "source": "S",
       "setting": {"strategy": "fanout:k={k}", "nodes": "10", "runs": "2"},
       "columns": [{"measure": "residue", "theory": "e^-m"}, {"measure": "traffic"}],
       "rows": [{"label": "k=1", "with": {"k": 1}, "published": {"K": ["0.18", "-"]}}],
       "explanations": [{"measures": ["residue"], "tag": "K", "rows": ["k=1"], "text": "x"}]}
      """;

  private static Reproduction reproduction(String json) {
    return new Reproduction(
        Map.of("mine", TableFile.parse(json)),
        StrategyCatalog.ofClassPath(),
        MembershipCatalog.ofClassPath(),
        1,
        1);
  }

  @Test
  void aTableIsReadAsItIsWritten() {
    PublishedTable table = TableFile.parse(TABLE);
    assertEquals("T", table.title());
    assertEquals(Theory.E_TO_MINUS_M, table.columns().get(0).theory());
    assertEquals(Map.of(Tag.K, List.of("0.18", "-")), table.rows().get(0).published());
    assertEquals(2, reproduction(TABLE).runs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "title"                | "titel"              | there is no key "titel", did you mean "title"?
          "title": "T",          |                      | the key "title" is missing
          "residue", "theory"    | "residuum", "theory" | columns.0.measure
          "e^-m"                 | "e^m"                | there is no theory "e^m", did you mean "e^-m"?
          "traffic"              | "reach"              | the theory e^-m needs a column of traffic m
          ["0.18", "-"]          | ["0.18"]             | row "k=1" has 1 figures [K] for 2 columns
          "0.18"                 | "0,18"               | a figure must be a number such as 0.037
          "rows": ["k=1"]        | "rows": ["k=2"]      | an explanation is of row "k=2", did you mean "k=1"?
          {"k": 1}               | {"f": 1}             | the setting "strategy" has {k}, which the row does not say
          {"k": 1}               | {"k": 1, "rums": 9}  | there is no setting "rums", did you mean "runs"?
          "nodes": "10"          | "nods": "10"         | there is no setting "nods", did you mean "nodes"?
          "nodes": "10", "runs"  | "runs"               | the setting "nodes" is missing
          fanout:k               | fanot:k              | There is no strategy "fanot", did you mean "fanout"?
          "runs": "2"            | "runs": "2", "world": "flat" | there is no world "flat"
          {"k": 1}               | {"k": null}          | rows.0.with.k
          "runs": "2"            | "runs": "0"          | runs and cycle must be above 0
          {"title"               | ["title"             | a table is a JSON object
          "source": "S",         | "source": "S"        | this is no JSON
          """)
  void aMistakeIsNamedInASentence(String right, String wrong, String refusal) {
    assertTrue(TABLE.contains(right), right);
    String json = TABLE.replace(right, wrong == null ? "" : wrong);
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> reproduction(json)).getMessage());
    assertTrue(message.contains(refusal), message);
  }
}
