package org.hearsay.detectors.heartbeat;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.testkit.DetectorContract;

/** Guards against breaking what every failure detector must keep, and what this one promises. */
final class HeartbeatContractTest extends DetectorContract {

  @Override
  protected DetectorModule plugin() {
    return new HeartbeatModule();
  }
}
