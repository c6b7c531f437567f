package org.example;

import java.time.Duration;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code gossip-sub}. */
public final class GossipSubModule extends StrategyModule {
  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    GossipSubConfig usual = new GossipSubConfig(Duration.ofMillis(150), Duration.ofSeconds(1));
    return StrategyDescriptor.describe("gossip-sub")
        .spi(StrategyDescriptor.SPI_VERSION)
        .summary("Tell the mesh not to send what came, then push it to who does not have it")
        .paper("libp2p specifications, gossipsub v1.2 (IDONTWANT), 2024")
        .cost("sum(degree) - n refusals and at best n - 1 payloads per broadcast; a digest per heartbeat")
        .traits(Trait.DELIVERS_TO_ALL, Trait.TOLERATES_LOSS)
        .traits(Trait.HEALS_PARTITIONS, Trait.SURVIVES_RESTART)
        .build(SubMessage.class, usual, GossipSub::new);
  }
}
