package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards against files that older or other programs cannot read, and against figures made up. */
final class RunRecordTest {
  private static final Map<String, String> CONFIG = new LinkedHashMap<>();

  static {
    CONFIG.put("interval", "100ms");
    CONFIG.put("batch", "7");
  }

  private final RunRecord run =
      Runs.of("flood", CONFIG, Runs.SETTINGS, Runs.measured(28.5, 700, 0));

  @Test
  void aRecordIsOneLineThatIsReadBack() {
    assertEquals(1, run.json().lines().count());
    assertEquals(run, RunRecord.ofJson(run.json()));
  }

  @Test
  void theNamesInTheLineAreThoseOfTheDesign() {
    assertTrue(
        run.json()
            .startsWith(
                "{\"schema\":5,\"world\":\"simulation\",\"strategy\":\"flood\","
                    + "\"config\":{\"interval\":\"100ms\",\"batch\":\"7\"},\"seed\":1,\"command\":"),
        run.json());
    assertTrue(
        run.json()
            .contains(
                "\"settings\":{\"node_count\":25,\"topology\":\"grid\",\"latency\":100,"
                    + "\"latency_dist\":\"constant\",\"rate\":100,\"time_limit\":20,\"quiet\":10,"
                    + "\"nemesis\":\"none\",\"nemesis_interval\":10,\"loss\":0,"
                    + "\"network\":\"maelstrom\"}"),
        run.json());
    assertTrue(
        run.json()
            .contains(
                "\"metrics\":{\"messages_per_op\":28.5,\"messages_per_broadcast\":24.0,"
                    + "\"bytes_per_op\":1234.5,"
                    + "\"stable_latency_ms\":{\"p0\":0,\"p50\":10,\"p95\":20,\"p99\":30,\"max\":40},"
                    + "\"delivery_latency_ms\":{\"p50\":100.0,\"p99\":700.0,\"max\":1000.0},"
                    + "\"answer_latency_ms\":{\"p50\":1.0,\"p99\":2.0,\"max\":3.0},"
                    + "\"reliability\":1.0,\"lost\":0,\"missing\":0,\"unreached\":0,\"forgotten\":0,\"duplicated\":0,"
                    + "\"invented\":0,\"misbehaving\":0,\"refused\":0,\"rmr\":1.25,\"ldh\":4.0,"
                    + "\"load_max_over_mean\":1.5,"
                    + "\"server_messages\":1200,\"operations\":100,\"broadcasts\":50,"
                    + "\"valid_maelstrom\":\"true\",\"valid\":true},\"maelstrom\":"),
        run.json());
    assertTrue(
        run.json()
            .contains(
                "\"maelstrom\":{\"valid\":\"true\",\"stats\":{\"count\":100,\"ok_count\":97,"
                    + "\"fail_count\":2,\"info_count\":1,\"by_f\":{"
                    + "\"broadcast\":{\"count\":50,\"ok_count\":49,\"fail_count\":0,\"info_count\":1},"
                    + "\"read\":{\"count\":50,\"ok_count\":48,\"fail_count\":2,\"info_count\":0}}},"
                    + "\"ok_fraction\":0.97,\"net\":{\"all\":{\"send_count\":1450,"
                    + "\"recv_count\":1440,\"msg_count\":1450,\"msgs_per_op\":14.5},"
                    + "\"clients\":{\"send_count\":250,\"recv_count\":245,\"msg_count\":250},"
                    + "\"servers\":{\"send_count\":1200,\"recv_count\":1195,\"msg_count\":1200,"
                    + "\"msgs_per_op\":14.0}},\"workload\":{\"attempt_count\":50,\"stable_count\":50,"
                    + "\"lost_count\":0,\"stale_count\":7,\"never_read_count\":0,"
                    + "\"duplicated_count\":0,\"stable_latencies\":"
                    + "{\"0\":0,\"0.5\":10,\"0.95\":20,\"0.99\":30,\"1\":40}}},\"trace_hash\":"),
        run.json());
  }

  @Test
  void itSaysWhatWroteItAndWhatEachNodeHadToDo() {
    String line = run.by("0c0ffee-dirty").json();
    assertTrue(line.startsWith("{\"schema\":5,\"commit\":\"0c0ffee-dirty\",\"world\":"), line);
    assertTrue(line.endsWith(",\"node_messages\":[2,4]}"), line);
  }

  @Test
  void theFormsBeforeAreReadAndALaterOneIsRefused() {
    String line = run.json();
    assertEquals(2, RunRecord.ofJson(line.replace("\"schema\":5", "\"schema\":2")).schema());
    assertEquals(3, RunRecord.ofJson(line.replace("\"schema\":5", "\"schema\":3")).schema());
    assertEquals(4, RunRecord.ofJson(line.replace("\"schema\":5", "\"schema\":4")).schema());
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> RunRecord.ofJson(line.replace("\"schema\":5", "\"schema\":6")));
    assertTrue(String.valueOf(refusal.getMessage()).contains("schema 6"), refusal.getMessage());
  }

  @Test
  void whatIsAroundTheStrategyAndWhatItCameToStandInTheLineAndAreReadBack() {
    RunRecord surrounded = Runs.surrounded("flood", "hyparview:active=4", "swim");
    String line = surrounded.json();
    assertEquals(surrounded, RunRecord.ofJson(line));
    assertTrue(
        line.contains(
            "\"config\":{},\"membership\":{\"overlay\":\"hyparview:active=4\","
                + "\"detector\":\"swim\",\"contacts\":1},\"seed\":1,"),
        line);
    assertTrue(
        line.contains(
            "\"valid\":true,\"membership\":{\"control_per_node_second\":0.8,"
                + "\"control_bytes_per_node_second\":90.0,\"withheld\":5,\"verdicts\":7,"
                + "\"false_verdicts\":2,\"false_at_healthy\":1,\"deaths\":3,\"missed\":1,"
                + "\"first_verdict_ms\":{\"mean\":1500.0,\"max\":2500.0},"
                + "\"overlay\":{\"mean_degree\":5.0,\"clustering\":0.001,\"mean_path\":6.4,"
                + "\"largest_piece\":1.0}}}"),
        line);
  }

  @Test
  void whatAWorldDoesNotKnowIsLeftOut() {
    RunRecord imported = Runs.imported("flood", null, 27.576422, 0);
    assertEquals(imported, RunRecord.ofJson(imported.json()));
    assertTrue(
        imported
            .json()
            .startsWith(
                "{\"schema\":5,\"world\":\"maelstrom\",\"strategy\":\"flood\",\"config\":{},"
                    + "\"metrics\":{\"messages_per_op\":27.576422,\"messages_per_broadcast\":24.0,"
                    + "\"stable_latency_ms\":{\"p0\":0,\"p50\":10,\"p95\":20,\"p99\":30,\"max\":40},"
                    + "\"lost\":0,\"refused\":0,\"server_messages\":1200,\"operations\":100,\"broadcasts\":50,"
                    + "\"valid_maelstrom\":\"true\"},\"maelstrom\":{"),
        imported.json());
    assertFalse(imported.json().contains("null"), imported.json());
  }

  @Test
  void aLineThatLacksWhatEveryWorldKnowsIsRefused() {
    String line = run.json();
    for (String required :
        List.of(
            "\"world\":\"simulation\",",
            "\"config\":{\"interval\":\"100ms\",\"batch\":\"7\"},",
            "\"operations\":100,",
            "\"valid_maelstrom\":\"true\",",
            "\"attempt_count\":50,",
            "\"ok_fraction\":0.97,",
            "\"node_count\":25,",
            "\"maelstrom\":" + maelstrom(line) + ",")) {
      assertTrue(line.contains(required), required);
      assertThrows(
          IllegalArgumentException.class,
          () -> RunRecord.ofJson(line.replace(required, "")),
          required);
    }
  }

  private static String maelstrom(String line) {
    String key = "\"maelstrom\":{";
    return line.substring(line.indexOf(key) + key.length() - 1, line.indexOf(",\"trace_hash\""));
  }

  @Test
  void aLineThatLacksWhatAWorldMayNotKnowIsRead() {
    String line = run.json();
    for (String optional :
        List.of(
            "\"seed\":1,",
            "\"valid\":true",
            "\"rmr\":1.25,",
            "\"stable_latency_ms\":{\"p0\":0,\"p50\":10,\"p95\":20,\"p99\":30,\"max\":40},",
            "\"trace_hash\":\"00c0ffee00c0ffee\",")) {
      assertTrue(line.contains(optional), optional);
      String shorter = line.replace(optional, "").replace(",}", "}");
      assertEquals(shorter, RunRecord.ofJson(shorter).json());
    }
  }

  @Test
  void aNullWhereSomethingIsRequiredAndWhatIsTooMuchAreRefused() {
    String line = run.json();
    for (String wrong :
        List.of(
            line.replace("\"world\":\"simulation\",", "\"world\":null,"),
            line.replace("\"ok_fraction\":0.97,", "\"ok_fraction\":null,"),
            line.replace("\"lost\":0,", "\"lost\":null,"),
            line.replace("\"seed\":1,", "\"seed\":1,\"host\":\"a\","),
            line + "{}")) {
      assertFalse(wrong.equals(line));
      assertThrows(IllegalArgumentException.class, () -> RunRecord.ofJson(wrong), wrong);
    }
  }

  @Test
  void csvQuotesWhatHoldsACommaAndNothingElse() {
    String row = Csv.of(List.of(run)).get(1);
    assertTrue(
        row.startsWith("simulation,flood,\"interval=100ms,batch=7\",,,,,1,25,grid,100,constant,"),
        row);
  }

  @Test
  void csvLeavesTheCellsOfWhatIsUnknownEmpty() {
    List<String> csv = Csv.of(List.of(run, Runs.imported("flood", null, 27.576422, 0)));
    assertEquals(
        "maelstrom,flood,,,,,,,,,,,,,,,,,,27.576422,24.0,,,,,,,,0,10,20,30,40,,0,,,,,,,0,,,,1200,100,50,"
            + ",".repeat(14 + Metrics.RUNTIME.size())
            + "true,,",
        csv.get(2));
    String names = csv.get(0);
    assertEquals(count(names, ','), count(csv.get(2), ','));
    assertEquals(count(names, ',') + 1, count(csv.get(1), ','), "one is within quotes");
  }

  private static long count(String text, char which) {
    return text.chars().filter(c -> c == which).count();
  }
}
