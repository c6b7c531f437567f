package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.hearsay.report.Decimals;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against records that claim to know what Maelstrom does not say. */
final class GenuineRunTest {

  @Test
  void theMetricsAreWhatTheResultsComeTo() throws Exception {
    MaelstromResults results = Samples.read(Samples.FLOOD);
    RunRecord run = GenuineRun.imported("mine", null, null, results);
    assertEquals("maelstrom", run.world());
    assertEquals("mine", run.strategy());
    assertEquals(results, run.maelstrom());
    assertEquals(new BigDecimal("27.576422"), run.metrics().messagesPerOp());
    assertEquals(Decimals.measured(52864.0 / 944), run.metrics().messagesPerBroadcast());
    assertEquals(52864, run.metrics().serverMessages());
    assertEquals(1917, run.metrics().operations());
    assertEquals(944, run.metrics().broadcasts());
    assertEquals(0, run.metrics().lost());
    assertEquals("true", run.metrics().validMaelstrom());
    assertEquals(
        new Measurements.StableLatency(0, 451, 676, 748, 807), run.metrics().stableLatencyMs());
  }

  @Test
  void whatMaelstromDoesNotSayIsAbsent() throws Exception {
    RunRecord run = GenuineRun.imported("mine", null, null, Samples.read(Samples.NOTHING_STABLE));
    assertNull(run.seed());
    assertNull(run.settings());
    assertNull(run.command());
    assertNull(run.traceHash());
    assertNull(run.latencyHistogram());
    assertNull(run.metrics().stableLatencyMs());
    assertNull(run.metrics().bytesPerOp());
    assertNull(run.metrics().deliveryLatencyMs());
    assertNull(run.metrics().valid());
    assertNull(run.metrics().misbehaving());
    assertEquals(run, RunRecord.ofJson(run.json()));
  }

  @Test
  void whatTheUserSaysIsInTheRecord() throws Exception {
    RunRecord run = GenuineRun.imported("mine", 5L, Runs.SETTINGS, Samples.read(Samples.PARTITION));
    assertEquals(5L, run.seed());
    assertEquals(Runs.SETTINGS, run.settings());
    assertEquals(run, RunRecord.ofJson(run.json()));
  }

  @ParameterizedTest
  @CsvSource({
    "flood.edn, flood",
    "store/broadcast/20260101T000000/results.edn, 20260101T000000",
    "store/latest/results.edn, latest",
    "store/latest/../other/results.edn, other",
    "/results.edn, results",
    "results, results",
    "my.results.edn, my.results",
    ".edn, .edn",
  })
  void aRunIsCalledAsItsFileOrItsFolder(Path file, String label) {
    assertEquals(label, GenuineRun.label(file));
  }
}
