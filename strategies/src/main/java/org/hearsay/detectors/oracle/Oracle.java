package org.hearsay.detectors.oracle;

import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorNode;

/**
 * A node that is told at once who dies and who is back: what no node of this world can know, and
 * only a simulation can tell. It stands for links that break the moment their other end does.
 */
final class Oracle implements Detector<NoMessage> {

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
