package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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
                "{\"schema\":1,\"world\":\"simulation\",\"strategy\":\"flood\","
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
                "\"metrics\":{\"messages_per_op\":28.5,\"messages_per_broadcast\":57.0,"
                    + "\"bytes_per_op\":1234.5,"
                    + "\"stable_latency_ms\":{\"p0\":0,\"p50\":10,\"p95\":20,\"p99\":30,\"max\":40},"
                    + "\"delivery_latency_ms\":{\"p50\":100.0,\"p99\":700.0,\"max\":1000.0},"
                    + "\"reliability\":1.0,\"lost\":0,\"missing\":0,\"unreached\":0,\"forgotten\":0,\"duplicated\":0,"
                    + "\"invented\":0,\"rmr\":1.25,\"ldh\":4.0,\"load_max_over_mean\":1.5,"
                    + "\"server_messages\":1000,\"operations\":100,\"broadcasts\":50,"
                    + "\"valid_maelstrom\":\"true\",\"valid\":true},\"trace_hash\":"),
        run.json());
  }

  @Test
  void aLineThatLacksSomethingOrHasTooMuchIsRefused() {
    String line = run.json();
    assertThrows(
        IllegalArgumentException.class, () -> RunRecord.ofJson(line.replace("\"seed\":1,", "")));
    assertThrows(
        IllegalArgumentException.class,
        () -> RunRecord.ofJson(line.replace("\"seed\":1,", "\"seed\":1,\"host\":\"a\",")));
    assertThrows(IllegalArgumentException.class, () -> RunRecord.ofJson(line + "{}"));
  }

  @Test
  void csvQuotesWhatHoldsACommaAndNothingElse() {
    String row = Csv.of(List.of(run)).get(1);
    assertTrue(row.startsWith("flood,\"interval=100ms,batch=7\",1,25,grid,100,constant,"), row);
  }
}
