package org.hearsay.overlays.full;

import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.overlays.directory.DirectoryMessage;
import org.hearsay.overlays.directory.DirectoryOverlay;

/** Installs {@code full}: a {@link DirectoryOverlay} in which everybody is a neighbor. */
public final class FullModule extends OverlayModule {

  @Override
  protected OverlayDescriptor<?, ?> descriptor() {
    return OverlayDescriptor.describe("full")
        .summary("Know everybody there is, and be linked to all of them")
        .paper("Demers et al., Epidemic algorithms for replicated database maintenance, 1987")
        .cost("1 message a node and sync while all know the same; fanout more for each who comes")
        .traits(
            OverlayTrait.KNOWS_ALL,
            OverlayTrait.CONNECTS,
            OverlayTrait.SYMMETRIC,
            OverlayTrait.SURVIVES_FAILURES,
            OverlayTrait.FORGETS)
        .build(
            DirectoryMessage.class,
            FullConfig.defaults(),
            config -> new DirectoryOverlay(config.directory(), (self, present) -> present));
  }
}
