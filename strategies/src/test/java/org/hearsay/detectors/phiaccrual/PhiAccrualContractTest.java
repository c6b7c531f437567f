package org.hearsay.detectors.phiaccrual;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.testkit.DetectorContract;

/** Guards against breaking what every failure detector must keep, and what this one promises. */
final class PhiAccrualContractTest extends DetectorContract {

  @Override
  protected DetectorModule plugin() {
    return new PhiAccrualModule();
  }
}
