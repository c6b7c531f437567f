package org.hearsay.strategies.pushpull;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code push-pull}. */
public final class PushPullModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("push-pull")
        .summary("Compare digests with a random member and swap what either lacks, again and again")
        .paper(
            "Demers et al., Epidemic algorithms for replicated database maintenance, 1987;"
                + " Karp et al., Randomized rumor spreading, 2000; van Renesse et al., Efficient"
                + " reconciliation and flow control for anti-entropy protocols, 2008")
        .cost("n to 3n messages per interval, for ever; log3(n) + O(log log n) intervals to all")
        .traits(
            Trait.DELIVERS_TO_ALL,
            Trait.TOLERATES_LOSS,
            Trait.HEALS_PARTITIONS,
            Trait.SURVIVES_RESTART)
        .build(PushPullMessage.class, PushPullConfig.defaults(), PushPull::new);
  }
}
