package org.hearsay.overlays.fixed;

import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.testkit.OverlayContract;

/** Guards against breaking what every overlay must keep, and what this one promises. */
final class StaticContractTest extends OverlayContract {

  @Override
  protected OverlayModule plugin() {
    return new StaticModule();
  }
}
