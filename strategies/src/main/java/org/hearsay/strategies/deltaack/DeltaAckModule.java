package org.hearsay.strategies.deltaack;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code delta-ack}. */
public final class DeltaAckModule extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("delta-ack")
        .summary("Send each neighbor what it is not known to have, until it acknowledges it")
        .paper("Almeida, Shoker & Baquero, Delta state replicated data types, 2018")
        .cost("2 (sum(degree) - (n - 1)) messages at most for a lone rumor, fewer each under load")
        .traits(
            Trait.DELIVERS_TO_ALL, Trait.TOLERATES_LOSS, Trait.HEALS_PARTITIONS, Trait.QUIESCENT)
        .build(DeltaAckMessage.class, DeltaAckConfig.defaults(), DeltaAck::new);
  }
}
