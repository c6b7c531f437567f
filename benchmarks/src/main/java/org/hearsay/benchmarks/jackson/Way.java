package org.hearsay.benchmarks.jackson;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A version of Jackson and a way of using it. */
public enum Way {
  STREAM_2,
  STREAM_3,
  RECORDS_2,
  RECORDS_3;

  /** A line of 472 bytes with 64 values. */
  static final byte[] LINE =
      IntStream.range(31_000, 31_064)
          .mapToObj(Integer::toString)
          .collect(
              Collectors.joining(
                  ",",
                  "{\"src\":\"n3\",\"dest\":\"n12\",\"body\":"
                      + "{\"type\":\"gossip\",\"origin\":\"n3\",\"first\":1024,\"values\":[",
                  "]}}"))
          .getBytes(StandardCharsets.US_ASCII);

  Lines lines() {
    return switch (this) {
      case STREAM_2 -> new Stream2();
      case STREAM_3 -> new Stream3();
      case RECORDS_2 -> new Records2();
      case RECORDS_3 -> new Records3();
    };
  }
}
