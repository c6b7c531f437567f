package org.hearsay.overlays.kregular;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.overlays.directory.DirectoryMessage;
import org.hearsay.overlays.directory.DirectoryOverlay;

/**
 * Installs {@code k-regular}: a {@link DirectoryOverlay} whose nodes are linked by {@link Rings}.
 */
public final class KRegularModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    return OverlayDescriptor.describe("k-regular")
        .summary("Know everybody there is, and be linked to two on each of some random rings")
        .paper("Law & Siu, Distributed construction of random expander networks, 2003")
        .cost("1 message a node and sync while all know the same; fanout more for each who comes")
        .traits(
            OverlayTrait.KNOWS_ALL,
            OverlayTrait.CONNECTS,
            OverlayTrait.SYMMETRIC,
            OverlayTrait.SURVIVES_FAILURES,
            OverlayTrait.FORGETS,
            OverlayTrait.BOUNDED)
        .build(
            DirectoryMessage.class,
            KRegularConfig.defaults(),
            config -> new DirectoryOverlay(config.directory(), new Rings(config.k() / 2)));
  }
}
