package org.hearsay.node.plugin;

import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** Overlays and failure detectors that do nothing, under names and with promises of a test's. */
final class Surroundings {
  private Surroundings() {}

  record Hello() implements OverlayMessage {}

  record Ping() implements DetectorMessage {}

  record Links(int links, boolean eager) {
    Links {
      if (links < 1) {
        throw new IllegalArgumentException("links must be 1 or more, not " + links);
      }
    }
  }

  record Patience(int patience) {}

  private static final class IdleOverlay implements Overlay<Hello> {
    @Override
    public void onStart(OverlayNode<Hello> node) {}
  }

  private static final class IdleDetector implements Detector<Ping> {
    @Override
    public void onStart(DetectorNode<Ping> node) {}
  }

  static OverlayModule overlay(String name, OverlayTrait... traits) {
    return new OverlayModule() {
      @Override
      protected OverlayDescriptor<?, ?> descriptor() {
        return OverlayDescriptor.describe(name)
            .summary("Does nothing")
            .paper("none")
            .cost("nothing")
            .traits(traits)
            .build(Hello.class, new Links(2, true), config -> new IdleOverlay());
      }
    };
  }

  static DetectorModule detector(String name, DetectorTrait... traits) {
    return module(draft(name).traits(traits));
  }

  /** One that is told the truth. */
  static DetectorModule tellingBound(String name) {
    return module(draft(name).bound());
  }

  private static DetectorDescriptor.Draft draft(String name) {
    return DetectorDescriptor.describe(name).summary("Does nothing").paper("none").cost("nothing");
  }

  private static DetectorModule module(DetectorDescriptor.Draft draft) {
    return new DetectorModule() {
      @Override
      protected DetectorDescriptor<?, ?> descriptor() {
        return draft.build(Ping.class, new Patience(3), config -> new IdleDetector());
      }
    };
  }
}
