package org.hearsay.node.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against durations a thousand times too long, and values that do not read back. */
final class OptionValueTest {

  @ParameterizedTest
  @CsvSource({
    "250us,250000",
    "250ms,250000000",
    "2s,2000000000",
    "1.5s,1500000000",
    "0.25ms,250000",
    "3m,180000000000",
    "1h,3600000000000",
    "0s,0",
    "0ms,0"
  })
  void durationsAreReadInTheirUnits(String text, long nanos) {
    assertEquals(Duration.ofNanos(nanos), OptionValue.parse(Duration.class, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "ms",
        "-5ms",
        "5 ms",
        "5MS",
        "1,5s",
        ".5s",
        "5.s",
        "5min",
        "PT5S",
        "0.0001us",
        "99999999999h"
      })
  void whatIsNoDurationIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> OptionValue.parse(Duration.class, text));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0s",
    "1,0.001us",
    "1500,1.5us",
    "250000,250us",
    "250000000,250ms",
    "1500000000,1500ms",
    "60000000000,1m",
    "90000000000,90s",
    "7200000000000,2h"
  })
  void durationsAreWrittenInTheLargestUnitThatFits(long nanos, String text) {
    assertEquals(text, OptionValue.text(Duration.ofNanos(nanos)));
    assertEquals(Duration.ofNanos(nanos), OptionValue.parse(Duration.class, text));
  }
}
