package org.hearsay.overlays.hyparview;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** Installs {@code latency-aware}. */
public final class LatencyAwareModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    return OverlayDescriptor.describe("latency-aware")
        .summary("Keep a few mutual links to the nearest nodes known, and a few random ones")
        .paper(
            "Leitao, Marques, Pereira & Rodrigues, X-BOT: a protocol for resilient optimization"
                + " of unstructured overlay networks, 2012; with other means")
        .cost("hyparview's, and up to 2 candidates + 2 messages a node and round")
        .traits(
            OverlayTrait.CONNECTS,
            OverlayTrait.SYMMETRIC,
            OverlayTrait.SURVIVES_FAILURES,
            OverlayTrait.FORGETS,
            OverlayTrait.BOUNDED)
        .build(LatencyAwareMessage.class, LatencyAwareConfig.defaults(), LatencyAware::new);
  }
}
