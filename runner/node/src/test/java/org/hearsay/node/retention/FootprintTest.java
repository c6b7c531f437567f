package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import org.hearsay.node.codec.Json;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.junit.jupiter.api.Test;

/** Guards against an estimate of memory that the heap does not bear out. */
final class FootprintTest {
  private static final int RUMORS = 200_000;

  @Test
  void aRumorTakesAboutAsMuchAsItIsEstimatedAt() throws Exception {
    measured(i -> "\"" + i + "\"");
    assertNear(i -> Integer.toString(1_000_000 + i));
    assertNear(i -> Long.toString(10_000_000_000L + i));
    assertNear(i -> String.format(Locale.ROOT, "\"%030d\"", i));
    assertNear(i -> "[" + (1_000 + i) + ",\"some\"]");
    assertNear(i -> "{\"user\":" + (1_000 + i) + ",\"text\":\"hello\"}");
  }

  private static void assertNear(IntFunction<String> value) throws Exception {
    double measured = measured(value);
    double estimated = Footprint.bytes(payload(value.apply(RUMORS / 2)));
    String figures =
        String.format(Locale.ROOT, "%s: %.1f, estimated %.1f", value.apply(0), measured, estimated);
    assertTrue(estimated > 0.8 * measured && estimated < 2 * measured, figures);
  }

  /** What a rumor takes of the heap. */
  private static double measured(IntFunction<String> value) throws Exception {
    AppendOnlyLog log = new AppendOnlyLog();
    RumorTable table = new RumorTable();
    int source = table.number(0, 1);
    long before = heapBytes();
    for (int i = 0; i < RUMORS; i++) {
      table.store(RumorTable.rumor(source, i), payload(value.apply(i)));
      log.append(RumorTable.rumor(source, i));
    }
    double each = (double) (heapBytes() - before) / log.size();
    assertTrue(table.payload(log.get(0)) != null);
    return each;
  }

  private static JsonNode payload(String value) throws Exception {
    return Json.parse(value.getBytes(StandardCharsets.UTF_8));
  }

  /** HotSpot leaves some garbage where it is but for each fourth time. */
  private static long heapBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < 4; i++) {
      memory.gc();
    }
    return memory.getHeapMemoryUsage().getUsed();
  }
}
