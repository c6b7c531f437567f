package org.hearsay.testkit;

import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.node.plugin.ConfiguredOverlay;

/**
 * The overlay under failure detectors that are tested: the topology as it is. It does as the
 * installed {@code static}, so that the commands that make its runs again work.
 */
final class NeutralOverlay implements Overlay<NeutralOverlay.NoMessage> {

  /** Never sent. */
  record NoMessage() implements OverlayMessage {}

  /** There is nothing to choose. */
  record Config() {}

  private NeutralOverlay() {}

  static ConfiguredOverlay<?, ?> configured() {
    return ConfiguredOverlay.withDefaults(
        OverlayDescriptor.describe("static")
            .summary("Be linked to whom the topology says")
            .paper("none")
            .cost("nothing")
            .traits(OverlayTrait.KNOWS_ALL, OverlayTrait.CONNECTS, OverlayTrait.SYMMETRIC)
            .build(NoMessage.class, new Config(), config -> new NeutralOverlay()));
  }

  @Override
  public void onStart(OverlayNode<NoMessage> node) {
    node.know(node.others());
    node.linkTo(node.topology());
  }

  @Override
  public void onTopologyChanged(OverlayNode<NoMessage> node) {
    node.linkTo(node.topology());
  }
}
