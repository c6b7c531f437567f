package org.hearsay.strategies.mediancounter;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code median-counter}. */
public final class MedianCounterModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("median-counter")
        .summary(
            "Call a random member each round, and stop when the median of those met has as well")
        .paper("Karp, Schindelhauer, Shenker and Vocking, Randomized rumor spreading, 2000")
        .cost("O(n ln ln n) rumors told per broadcast, n to 2 n messages per round")
        .traits(Trait.QUIESCENT)
        .build(CallMessage.class, MedianCounterConfig.defaults(), MedianCounter::new);
  }
}
