package org.hearsay.overlays.hyparview;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** Installs {@code hyparview}. */
public final class HyParViewModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    return OverlayDescriptor.describe("hyparview")
        .summary("Keep a few mutual links, and many addresses to replace those that break")
        .paper(
            "Leitao, Pereira & Rodrigues, HyParView: a membership protocol for reliable"
                + " gossip-based broadcast, 2007")
        .cost("shuffle-walk + 1 messages a node and shuffle, whatever the number of nodes")
        .traits(
            OverlayTrait.CONNECTS,
            OverlayTrait.SYMMETRIC,
            OverlayTrait.SURVIVES_FAILURES,
            OverlayTrait.FORGETS,
            OverlayTrait.BOUNDED)
        .build(HyParViewMessage.class, HyParViewConfig.defaults(), HyParView::new);
  }
}
