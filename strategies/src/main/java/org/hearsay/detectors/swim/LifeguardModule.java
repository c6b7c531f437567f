package org.hearsay.detectors.swim;

import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;

/** Installs {@code lifeguard}. */
public final class LifeguardModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    return DetectorDescriptor.describe("lifeguard")
        .summary("SWIM whose nodes doubt themselves before they doubt others")
        .paper(
            "Dadgar, Phillips & Currey, Lifeguard: local health awareness for more accurate failure detection, 2018")
        .cost("2 messages a node and period, whatever the number of members")
        .traits(
            DetectorTrait.COMPLETE,
            DetectorTrait.ACCURATE,
            DetectorTrait.TOLERATES_LOSS,
            DetectorTrait.SPARES_THE_HEALTHY,
            DetectorTrait.RECOVERS,
            DetectorTrait.FRUGAL)
        .build(SwimMessage.class, SwimConfig.lifeguard(), Swim::new);
  }
}
