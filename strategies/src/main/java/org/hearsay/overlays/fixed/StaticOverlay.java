package org.hearsay.overlays.fixed;

import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayNode;

/**
 * A node that is linked to whom the world says, and to nobody else: the topology as it is, less
 * those that the failure detector takes for dead.
 */
final class StaticOverlay implements Overlay<NoMessage> {

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
