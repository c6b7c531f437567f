package org.hearsay.strategies.flood;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code flood}. */
public final class FloodModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    // Without state, one does for all nodes.
    Flood flood = new Flood();
    return StrategyDescriptor.describe("flood")
        .summary("Pass each new rumor on at once to every neighbor but the one it came from")
        .paper("Segall, Distributed network protocols, 1983")
        .cost("sum(degree) - (n - 1) messages per broadcast")
        .traits(Trait.DELIVERS_TO_ALL, Trait.QUIESCENT)
        .build(Tell.class, new FloodConfig(), config -> flood);
  }
}
