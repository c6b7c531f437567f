package org.hearsay.strategies.oracle;

import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;

/**
 * A node that tells each of its own rumors to every member, whatever the topology says: the bound
 * to hold others against.
 *
 * <p>No strategy that sends each rumor on its own gets by with fewer messages, as every other node
 * needs one, nor with less time, as each of them takes the one link that there is no way around.
 * Less is spent only by holding rumors back and sending several at once, which takes longer.
 *
 * <p>It asks for what nobody has: to know every node, a link to each and a node that sends as much
 * as the whole cluster reads. A message that is lost is lost for good.
 *
 * <p><b>Cost:</b> {@code n - 1} messages per broadcast, all of them from its origin, and the time
 * of one link.
 */
final class Oracle implements Strategy<Tell> {

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    Tell news = new Tell(Rumors.of(rumor));
    Peers members = node.members();
    for (int i = 0; i < members.size(); i++) {
      node.send(members.get(i), news);
    }
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    node.deliver(message.rumors());
  }
}
