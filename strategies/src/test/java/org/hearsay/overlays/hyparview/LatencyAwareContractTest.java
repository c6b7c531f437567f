package org.hearsay.overlays.hyparview;

import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.testkit.OverlayContract;

/** Guards against breaking what every overlay must keep, and what this one promises. */
final class LatencyAwareContractTest extends OverlayContract {

  @Override
  protected OverlayModule plugin() {
    return new LatencyAwareModule();
  }
}
