package org.hearsay.overlays.cyclon;

import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.testkit.OverlayContract;

/** Guards against breaking what every overlay must keep, and what this one promises. */
final class CyclonContractTest extends OverlayContract {

  @Override
  protected OverlayModule plugin() {
    return new CyclonModule();
  }
}
