package org.hearsay.strategies.flood;

import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;

/**
 * A node that passes each new rumor on at once, to every neighbor but the one it came from.
 *
 * <p>Each rumor crosses every link, so that the first copy comes by the fastest path and nothing
 * can spread sooner. It crosses most links in both directions, and a message that is lost is lost:
 * nobody asks whether it arrived.
 *
 * <p>The paper is Segall's, whose protocol PI (propagation of information) this is; his links lose
 * nothing. A neighbor gained later hears of later rumors only.
 *
 * <p><b>Cost:</b> the origin sends to all its neighbors and every other node to all but one, so a
 * broadcast costs exactly {@code sum(degree) - (n - 1)} messages, of which {@code n - 1} are
 * needed. It takes as long as the longest of the shortest paths.
 */
final class Flood implements Strategy<Tell> {

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    tellAllBut(node.id(), node, new Tell(Rumors.of(rumor)));
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      boolean allFresh = fresh.size() == message.rumors().size();
      tellAllBut(from, node, allFresh ? message : new Tell(fresh));
    }
  }

  private static void tellAllBut(int source, Node<Tell> node, Tell message) {
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != source) {
        node.send(neighbors.get(i), message);
      }
    }
  }
}
