package org.hearsay.overlays.cyclon;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** Installs {@code cyclon}. */
public final class CyclonModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    return OverlayDescriptor.describe("cyclon")
        .summary("Exchange parts of a random view with the neighbor that is the oldest")
        .paper(
            "Voulgaris, Gavidia & van Steen, CYCLON: inexpensive membership management for"
                + " unstructured P2P overlays, 2005")
        .cost("2 messages a node and shuffle, whatever the number of nodes")
        .traits(
            OverlayTrait.CONNECTS,
            OverlayTrait.SURVIVES_FAILURES,
            OverlayTrait.FORGETS,
            OverlayTrait.BOUNDED)
        .build(CyclonMessage.class, CyclonConfig.defaults(), Cyclon::new);
  }
}
