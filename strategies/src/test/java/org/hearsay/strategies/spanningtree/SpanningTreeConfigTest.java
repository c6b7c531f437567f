package org.hearsay.strategies.spanningtree;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Guards against the one bad value that cannot be written on a command line. */
final class SpanningTreeConfigTest {

  @Test
  void aNegativeLazyDelayIsRefused() {
    SpanningTreeConfig defaults = SpanningTreeConfig.defaults();
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new SpanningTreeConfig(
                    Duration.ofMillis(-1),
                    defaults.graftTimeout(),
                    defaults.graftRetry(),
                    defaults.repair(),
                    defaults.batch()));
    assertTrue(refusal.toString().contains("Make lazy-delay "), refusal.toString());
  }
}
