package org.hearsay.testkit;

import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.node.plugin.ConfiguredDetector;

/**
 * The failure detector beside overlays that are tested: it is told the truth. It does as the
 * installed {@code oracle}, so that the commands that make its runs again work.
 */
final class NeutralDetector implements Detector<NeutralDetector.NoMessage> {

  /** Never sent. */
  record NoMessage() implements DetectorMessage {}

  /** There is nothing to choose. */
  record Config() {}

  private NeutralDetector() {}

  static ConfiguredDetector<?, ?> configured() {
    return ConfiguredDetector.withDefaults(
        DetectorDescriptor.describe("oracle")
            .summary("Be told at once who dies and who is back")
            .paper("Chandra & Toueg, Unreliable failure detectors, 1996")
            .cost("nothing")
            .traits(DetectorTrait.values())
            .bound()
            .build(NoMessage.class, new Config(), config -> new NeutralDetector()));
  }

  @Override
  public void onStart(DetectorNode<NoMessage> node) {}

  @Override
  public void onDeath(DetectorNode<NoMessage> node, int peer) {
    node.down(peer);
  }

  @Override
  public void onBirth(DetectorNode<NoMessage> node, int peer) {
    node.up(peer);
  }
}
