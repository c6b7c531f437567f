package org.hearsay.detectors.swim;

import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;

/** Installs {@code swim}. */
public final class SwimModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    return DetectorDescriptor.describe("swim")
        .summary(
            "Probe one member after the other, let others try as well, and spread what comes of it")
        .paper("Das, Gupta & Motivala, SWIM, 2002")
        .cost("2 messages a node and period, whatever the number of members")
        .traits(
            DetectorTrait.COMPLETE,
            DetectorTrait.ACCURATE,
            DetectorTrait.RECOVERS,
            DetectorTrait.FRUGAL)
        .build(SwimMessage.class, SwimConfig.swim(), Swim::new);
  }
}
