package org.hearsay.strategies.fanout;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code fanout}. */
public final class FanoutModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("fanout")
        .summary(
            "Push what is hot to a few random members each cycle until they know it, or pull it")
        .paper("Demers et al., Epidemic algorithms for replicated database maintenance, 1987")
        .cost("m * n pushes per broadcast leave e^-m of the nodes untold; m grows with k")
        .traits(Trait.QUIESCENT)
        .build(FanoutMessage.class, FanoutConfig.defaults(), Fanout::new);
  }
}
