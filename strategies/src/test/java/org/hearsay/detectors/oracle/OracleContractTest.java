package org.hearsay.detectors.oracle;

import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.testkit.DetectorContract;

/** Guards against breaking what every failure detector must keep, and what this one promises. */
final class OracleContractTest extends DetectorContract {

  @Override
  protected DetectorModule plugin() {
    return new OracleModule();
  }
}
