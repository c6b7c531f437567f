package org.hearsay.strategies.oracle;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code oracle}. */
public final class OracleModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    // Without state, one does for all nodes.
    Oracle oracle = new Oracle();
    return StrategyDescriptor.describe("oracle")
        .summary("A bound: tell every member directly, which nobody could at size")
        .paper("none: a bound to hold others against")
        .cost("n - 1 messages per broadcast, the time of one link")
        .traits(Trait.DELIVERS_TO_ALL, Trait.QUIESCENT)
        .needsAllMembers()
        .bound()
        .build(Tell.class, new OracleConfig(), config -> oracle);
  }
}
