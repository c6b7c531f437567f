package org.hearsay.detectors.onsend;

import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;

/** Installs {@code on-send}. */
public final class OnSendModule extends DetectorModule {

  @Override
  protected DetectorDescriptor<?, ?> descriptor() {
    return DetectorDescriptor.describe("on-send")
        .summary("Take for dead who gives no sign of life when sent something")
        .paper("Leitao, Pereira & Rodrigues, HyParView, 2007: TCP as a failure detector")
        .cost("an answer a link and time-out while something is sent over it, nothing else")
        .traits(DetectorTrait.ACCURATE, DetectorTrait.RECOVERS, DetectorTrait.FRUGAL)
        .build(OnSendMessage.class, OnSendConfig.defaults(), OnSend::new);
  }
}
