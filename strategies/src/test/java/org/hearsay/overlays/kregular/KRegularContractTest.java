package org.hearsay.overlays.kregular;

import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.testkit.OverlayContract;

/** Guards against breaking what every overlay must keep, and what this one promises. */
final class KRegularContractTest extends OverlayContract {

  @Override
  protected OverlayModule plugin() {
    return new KRegularModule();
  }
}
