package org.hearsay.report;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/** Latencies in microseconds as HdrHistogram keeps them: read in milliseconds, and as text. */
public final class LatencyHistogram {
  private static final double MICROS_PER_MILLI = 1e3;

  private LatencyHistogram() {}

  /**
   * The latency in milliseconds that a percentage of the values does not exceed, 0 if there are no
   * values.
   */
  public static BigDecimal millis(Histogram micros, double percentile) {
    if (micros.getTotalCount() == 0) {
      return Decimals.measured(0);
    }
    long value = micros.getValueAtPercentile(percentile);
    long roundest =
        roundest(micros.lowestEquivalentValue(value), micros.highestEquivalentValue(value));
    return Decimals.measured(roundest / MICROS_PER_MILLI);
  }

  /**
   * The number with the fewest digits among those the histogram cannot tell apart: it counts
   * 1,100,000 as something from 1,099,776 to 1,100,799.
   */
  private static long roundest(long lowest, long highest) {
    for (long power = 1_000_000_000_000L; power > 1; power /= 10) {
      long candidate = (lowest + power - 1) / power * power;
      if (candidate > 0 && candidate <= highest) {
        return candidate;
      }
    }
    return lowest;
  }

  /**
   * A histogram as text that every HdrHistogram library reads: its compressed encoding in base 64.
   * The compression is left at none, as what it makes differs between versions of zlib.
   */
  public static String encode(Histogram micros) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * micros.getNeededByteBufferCapacity());
    int length = micros.encodeIntoCompressedByteBuffer(buffer, Deflater.NO_COMPRESSION);
    byte[] bytes = new byte[length];
    buffer.rewind().get(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException if the text is no histogram
   */
  public static Histogram decode(String text) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return Histogram.decodeFromCompressedByteBuffer(buffer, 0);
    } catch (DataFormatException | RuntimeException e) {
      throw new IllegalArgumentException("Not a latency histogram: " + text, e);
    }
  }
}
