package org.hearsay.detectors.swim;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.testkit.DetectorContract;

/** Guards against breaking what every failure detector must keep, and what this one promises. */
final class LifeguardContractTest extends DetectorContract {

  @Override
  protected DetectorModule plugin() {
    return new LifeguardModule();
  }
}
