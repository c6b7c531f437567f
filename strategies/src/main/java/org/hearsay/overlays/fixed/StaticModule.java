package org.hearsay.overlays.fixed;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** Installs {@code static}. */
public final class StaticModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    // Without state, one does for all nodes.
    StaticOverlay overlay = new StaticOverlay();
    return OverlayDescriptor.describe("static")
        .summary("Be linked to whom the topology says, and know every node there is")
        .paper("none")
        .cost("nothing")
        .traits(OverlayTrait.KNOWS_ALL, OverlayTrait.CONNECTS, OverlayTrait.SYMMETRIC)
        .build(NoMessage.class, new StaticConfig(), config -> overlay);
  }
}
