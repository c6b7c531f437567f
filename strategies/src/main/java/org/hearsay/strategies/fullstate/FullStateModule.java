package org.hearsay.strategies.fullstate;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code full-state}. */
public final class FullStateModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("full-state")
        .summary("Send everything known to every neighbor, again and again")
        .paper(
            "Shapiro, Preguiça, Baquero & Zawirski, Conflict-free replicated data types, 2011"
                + " (state-based)")
        .cost("sum(degree) messages of |log| rumors per interval, for ever")
        .traits(
            Trait.DELIVERS_TO_ALL,
            Trait.TOLERATES_LOSS,
            Trait.HEALS_PARTITIONS,
            Trait.SURVIVES_RESTART)
        .build(WholeLog.class, FullStateConfig.defaults(), FullState::new);
  }
}
