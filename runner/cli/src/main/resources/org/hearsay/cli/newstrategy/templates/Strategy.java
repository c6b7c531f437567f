package @package@;

import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;

/**
 * A node that tells each new rumor to a few random neighbors, once.
 *
 * <p>A strategy is what one node does when something happens to it. It does no I/O, reads no clock
 * and has no randomness of its own: all of that is the node's, which it is given with each call.
 * Nodes and neighbors are numbers, and so are rumors; what a rumor says never gets here.
 */
final class @Name@ implements Strategy<Tell> {
  private final @Name@Config config;

  @Name@(@Name@Config config) {
    this.config = config;
  }

  /** A client of this node has broadcast a rumor. It is delivered here already. */
  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    tell(node, Rumors.of(rumor));
  }

  /** A message has come. What is new in it is delivered and told on; the rest is known. */
  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tell(node, fresh);
    }
  }

  private void tell(Node<Tell> node, Rumors rumors) {
    for (int neighbor : node.neighbors().sample(config.luck(), node.random())) {
      node.send(neighbor, new Tell(rumors));
    }
  }
}
