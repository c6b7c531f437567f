package org.hearsay.detectors.oracle;

import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;

/** Installs {@code oracle}. */
public final class OracleModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    // Without state, one does for all nodes.
    Oracle oracle = new Oracle();
    return DetectorDescriptor.describe("oracle")
        .summary("A bound: be told at once who dies and who is back")
        .paper("Chandra & Toueg, Unreliable failure detectors, 1996: the perfect detector")
        .cost("nothing")
        .traits(
            DetectorTrait.COMPLETE,
            DetectorTrait.ACCURATE,
            DetectorTrait.TOLERATES_LOSS,
            DetectorTrait.SPARES_THE_HEALTHY,
            DetectorTrait.RECOVERS,
            DetectorTrait.FRUGAL)
        .bound()
        .build(NoMessage.class, new OracleConfig(), config -> oracle);
  }
}
