package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code deadline-tree}. */
public final class DeadlineTreeModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("deadline-tree")
        .summary("Gather rumors at a root and send them down a tree just before their deadline")
        .paper(
            "Madden et al., TAG: a tiny aggregation service for ad-hoc sensor networks, 2002;"
                + " Jacobson, Congestion avoidance and control, 1988; Demers et al., Epidemic"
                + " algorithms for replicated database maintenance, 1987")
        .cost("up to 2 (n - 1) messages per round of (latency - 2 links), however many rumors")
        .needsAllMembers()
        .traits(
            Trait.DELIVERS_TO_ALL,
            Trait.TOLERATES_LOSS,
            Trait.HEALS_PARTITIONS,
            Trait.SURVIVES_RESTART,
            Trait.QUIESCENT)
        .build(DeadlineTreeMessage.class, DeadlineTreeConfig.defaults(), DeadlineTree::new);
  }
}
