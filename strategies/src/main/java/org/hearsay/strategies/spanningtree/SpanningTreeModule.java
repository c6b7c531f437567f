package org.hearsay.strategies.spanningtree;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code spanning-tree}. */
public final class SpanningTreeModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("spanning-tree")
        .summary("Push along a tree, announce beside it, regrow it where it breaks (Plumtree)")
        .paper("Leitão, Pereira & Rodrigues, Epidemic broadcast trees, 2007")
        .cost(
            "n - 1 pushes per broadcast on a grown tree; while rumors flow, at most 2 links"
                + " announcements per lazy-delay and 2 links summaries per repair")
        .traits(
            Trait.DELIVERS_TO_ALL,
            Trait.TOLERATES_LOSS,
            Trait.HEALS_PARTITIONS,
            Trait.SURVIVES_RESTART,
            Trait.QUIESCENT)
        .build(TreeMessage.class, SpanningTreeConfig.defaults(), SpanningTree::new);
  }
}
