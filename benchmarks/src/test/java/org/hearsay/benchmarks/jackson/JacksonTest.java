package org.hearsay.benchmarks.jackson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against a version that seems fast as it does something else. */
final class JacksonTest {

  @ParameterizedTest
  @EnumSource
  void everyVersionWritesTheLineItHasRead(Way way) throws IOException {
    JacksonFirstLine first = new JacksonFirstLine();
    first.way = way;
    assertArrayEquals(Way.LINE, first.firstLine());

    JacksonRoundTrip next = new JacksonRoundTrip();
    next.way = way;
    next.choose();
    assertArrayEquals(Way.LINE, next.roundTrip());
  }
}
