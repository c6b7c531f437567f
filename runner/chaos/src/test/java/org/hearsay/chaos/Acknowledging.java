package org.hearsay.chaos;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;

/**
 * Sends each neighbor what is new, and from the last acknowledged rumor on after a while. The
 * mistaken one acknowledges a message before it looks whether it can store it: one that comes
 * before an earlier one is acknowledged and thrown away.
 */
final class Acknowledging implements Strategy<Acknowledging.Transfer> {
  private static final long TIMEOUT_MICROS = 1_000_000;

  /** What goes over a link. */
  sealed interface Transfer extends Message {
    /**
     * Rumors of the sender's log.
     *
     * @param first the position of the first of them
     */
    record Delta(int first, Rumors rumors) implements Transfer {}

    /**
     * What was received.
     *
     * @param upTo up to which position, excluded
     */
    record Ack(int upTo) implements Transfer {}
  }

  /** Without options. */
  record Config() {}

  private static final class Link {
    private int sent;
    private int acknowledged;
    private int received;
  }

  private final boolean acksFirst;
  private final Map<Integer, Link> links = new LinkedHashMap<>();

  private Acknowledging(boolean acksFirst) {
    this.acksFirst = acksFirst;
  }

  static StrategyDescriptor<?, ?> descriptor(boolean mistaken) {
    return StrategyDescriptor.describe(mistaken ? "acks-first" : "stores-first")
        .summary("Send until acknowledged")
        .paper("none")
        .cost("unknown")
        .traits(
            Trait.DELIVERS_TO_ALL, Trait.TOLERATES_LOSS, Trait.HEALS_PARTITIONS, Trait.QUIESCENT)
        .build(Transfer.class, new Config(), config -> new Acknowledging(mistaken));
  }

  @Override
  public void onStart(Node<Transfer> node) {
    // There is nothing to send yet.
  }

  @Override
  public void onBroadcast(Node<Transfer> node, long rumor) {
    sendNew(node);
  }

  private void sendNew(Node<Transfer> node) {
    for (int i = 0; i < node.neighbors().size(); i++) {
      send(node, node.neighbors().get(i));
    }
  }

  private void send(Node<Transfer> node, int peer) {
    Link link = link(peer);
    int end = (int) node.log().size();
    if (link.sent < end) {
      node.send(peer, new Transfer.Delta(link.sent, node.log().slice(link.sent, end)));
      link.sent = end;
    }
    if (link.acknowledged < end) {
      node.schedule(peer, TIMEOUT_MICROS);
    }
  }

  private Link link(int peer) {
    return links.computeIfAbsent(peer, key -> new Link());
  }

  @Override
  public void onMessage(Node<Transfer> node, int from, Transfer message) {
    Link link = link(from);
    if (message instanceof Transfer.Ack ack) {
      // Less than before if the neighbor has lost its state.
      link.acknowledged = ack.upTo();
      if (link.acknowledged < link.sent) {
        node.schedule(from, TIMEOUT_MICROS);
      }
    } else if (message instanceof Transfer.Delta delta) {
      int end = delta.first() + delta.rumors().size();
      boolean fits = delta.first() <= link.received;
      if (fits) {
        link.received = Math.max(link.received, end);
        node.deliver(delta.rumors());
        sendNew(node);
      }
      node.send(from, new Transfer.Ack(acksFirst ? end : link.received));
    }
  }

  @Override
  public void onTimer(Node<Transfer> node, int peer) {
    Link link = link(peer);
    if (link.acknowledged < link.sent) {
      link.sent = link.acknowledged;
      send(node, peer);
    }
  }
}
