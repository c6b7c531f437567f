package org.hearsay.node.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hearsay.node.plugin.BadOptionException;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

final class LogLineTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.000042Z");

  private static LogLine line(Map<String, Object> fields, String text) {
    return new LogLine(TIME, Level.INFO, "n3", "delivered", fields, text, null);
  }

  @Test
  void aLineIsReadableByPeople() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rumor", "n0/17/4");
    fields.put("hop", 2);
    fields.put("value", "{\"a b\":1}");
    assertEquals(
        "2026-01-01T00:00:00.000042Z INFO n3 delivered rumor=n0/17/4 hop=2"
            + " value=\"{\\\"a b\\\":1}\" for good",
        line(fields, "for good").in(LogFormat.TEXT));
    assertEquals(
        "{\"time\":\"2026-01-01T00:00:00.000042Z\",\"level\":\"info\",\"node\":\"n3\","
            + "\"event\":\"delivered\",\"rumor\":\"n0/17/4\",\"hop\":2,"
            + "\"value\":\"{\\\"a b\\\":1}\",\"text\":\"for good\"}",
        line(fields, "for good").in(LogFormat.JSON));
  }

  @Test
  void whatIsWrittenIsReadAgainInEitherForm() {
    for (LogFormat format : LogFormat.values()) {
      for (String text : new String[] {"", "for good", "a\"b = c"}) {
        LogLine written = line(Map.of("value", "x = \"y\"\n"), text);
        assertEquals(Optional.of(written), LogLine.parse(written.in(format)), format.name());
        assertEquals(
            Optional.of(line(Map.of(), text)), LogLine.parse(line(Map.of(), text).in(format)));
      }
    }
  }

  @Test
  void aLineStaysOneLineButForATrace() {
    LogLine line = line(Map.of("value", "a\nb"), "c\nd");
    assertEquals(1, line.in(LogFormat.TEXT).lines().count());
    LogLine thrown =
        new LogLine(TIME, Level.ERROR, "n3", "failed", Map.of(), "in a timer", "boom\n\tat x\n");
    assertEquals(3, thrown.in(LogFormat.TEXT).lines().count());
    assertEquals(1, thrown.in(LogFormat.JSON).lines().count());
  }

  @Test
  void whatOthersWriteIsNoLine() {
    for (String other :
        new String[] {
          "",
          "hearsay: first use: building",
          "{",
          "{}",
          "[1]",
          "{\"time\":\"now\",\"level\":\"info\",\"node\":\"n0\",\"event\":\"x\"}",
          "2026-13-01T00:00:00Z INFO n0 started",
          "2026-01-01T00:00:00Z INFO n0",
          "\tat org.example.Strategy"
        }) {
      assertTrue(LogLine.parse(other).isEmpty(), other);
    }
  }

  @Test
  void timesHaveSixDigitsAfterThePoint() {
    assertEquals("2026-01-01T00:00:00.000042Z", TimeText.of(TIME));
    assertEquals("2026-01-01T00:00:01.999999Z", TimeText.of(TIME.plusNanos(1_999_957_999)));
    assertEquals("1970-01-01T00:00:00.000000Z", TimeText.of(Instant.EPOCH));
    assertEquals("1969-12-31T23:59:59.500000Z", TimeText.of(Instant.EPOCH.minusMillis(500)));
  }

  @Test
  void wordsOfSettingsChooseThem() {
    assertEquals(LogSettings.USUAL, LogSettings.parse(null, null));
    assertEquals(LogSettings.USUAL.words(), LogSettings.parse("text", "info").words());
    assertEquals(
        "[--log-format=json, --log-level=debug]",
        LogSettings.parse("json", "debug").words().toString());
    assertThrows(BadOptionException.class, () -> LogSettings.parse("xml", null));
    assertThrows(BadOptionException.class, () -> LogSettings.parse(null, "trace"));
  }
}
