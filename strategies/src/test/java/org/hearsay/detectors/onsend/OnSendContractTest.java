package org.hearsay.detectors.onsend;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.testkit.DetectorContract;

/** Guards against breaking what every failure detector must keep, and what this one promises. */
final class OnSendContractTest extends DetectorContract {

  @Override
  protected DetectorModule plugin() {
    return new OnSendModule();
  }
}
