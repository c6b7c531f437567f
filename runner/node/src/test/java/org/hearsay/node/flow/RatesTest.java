package org.hearsay.node.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.hearsay.node.flow.FlowBench.Word;
import org.hearsay.node.service.Count;
import org.junit.jupiter.api.Test;

/** Guards against clients and peers that take more than their share, or get less. */
final class RatesTest {
  private static final long SECOND = 1_000_000;

  @Test
  void aBucketLetsASecondsWorthThroughAtOnceAndThenItsRate() {
    TokenBucket bucket = new TokenBucket(10, 10, 0);
    int through = 0;
    for (long micros = 0; micros < 10 * SECOND; micros += 10_000) {
      through += bucket.take(micros) ? 1 : 0;
    }
    assertEquals(109, through, 1);
    TokenBucket slow = new TokenBucket(0.5, 0.5, 0);
    assertTrue(slow.take(0));
    assertFalse(slow.take(SECOND));
    assertEquals(SECOND, slow.waitMicros(SECOND));
    assertTrue(slow.take(2 * SECOND));
  }

  @Test
  void aClientIsToldItsRateAndWhenToComeBack() {
    ClientRates rates = new ClientRates(2);
    assertNull(rates.refusal("c1", 0));
    assertNull(rates.refusal("c1", 0));
    assertEquals(
        "c1 may broadcast 2 times a second and asks more often; try again in 500 ms",
        rates.refusal("c1", 0));
    assertNull(rates.refusal("c2", 0));
    assertNull(rates.refusal("c1", 500_000));
  }

  @Test
  void thereAreNoMoreBucketsThanFit() {
    Buckets<Integer> buckets = new Buckets<>(1);
    for (int i = 0; i < 2 * Buckets.MOST; i++) {
      assertTrue(buckets.of(i, 0).take(0));
      assertTrue(buckets.of(0, i * SECOND).take(i * SECOND) || i == 0);
    }
    assertEquals(Buckets.MOST, buckets.size());
  }

  @Test
  void aPeerThatIsTooFastIsIgnoredToldAndAskedForWhatWasMissed() {
    FlowBench bench = new FlowBench(new FlowLimits(false, 0, 5));
    int counted = 0;
    for (int i = 0; i < 20; i++) {
      counted += bench.hear(1, new Word(i)) ? 1 : 0;
    }
    assertEquals(5, counted);
    assertEquals(15, bench.count(Count.RATE_LIMITED));
    assertEquals(Map.of("FlowCongested", 1), bench.kinds());
    assertTrue(bench.hear(2, new Word(1)));
    bench.pass(SECOND);
    assertTrue(bench.hear(1, new Word(1)));
    assertEquals(List.of(1), bench.repairs);
  }

  @Test
  void aClientBeyondItsRateIsRefusedAndCounted() {
    FlowBench bench = new FlowBench(new FlowLimits(false, 1, 0));
    assertNull(bench.flow().refusal("c1", NullNode.instance));
    assertNotNull(bench.flow().refusal("c1", NullNode.instance));
    assertEquals(1, bench.count(Count.REFUSED));
  }
}
