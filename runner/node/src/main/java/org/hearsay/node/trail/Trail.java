package org.hearsay.node.trail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceMessage;

/**
 * The ways of rumors through one node: has what happens to them written down, knows how many hops
 * each took to come here, and tells peers. That takes some 60 bytes for each rumor that is kept.
 */
public final class Trail implements Service {
  private final Chronicle chronicle;
  private final Map<Long, Integer> hops = new HashMap<>();

  /** Of the rumors of the envelope at hand. */
  private final Map<Long, Integer> arriving = new HashMap<>();

  /** The ways through a node that knows nothing. */
  public Trail(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /** Another envelope has come: what the last one said of its rumors is over. */
  @Override
  public boolean hear(int from, List<? extends Message> messages) {
    arriving.clear();
    return true;
  }

  /** A peer says how far the rumors have come that follow. */
  @Override
  public void receive(int from, ServiceMessage message) {
    if (message instanceof Hops hops) {
      hops.ids().stream().forEach(rumor -> arriving.put(rumor, hops.hop() + 1));
    }
  }

  /**
   * Something has happened to a rumor.
   *
   * @param peer with whom, or {@link Chronicle#UNKNOWN}
   */
  public void note(RumorEvent event, long rumor, int peer) {
    switch (event) {
      case BEGUN -> hops.put(rumor, 0);
      case DELIVERED -> {
        Integer hop = arriving.get(rumor);
        if (hop != null) {
          hops.put(rumor, hop);
        }
      }
      default -> {}
    }
    if (chronicle.takes(event.level())) {
      chronicle.write(event, rumor, peer, hop(event, rumor));
    }
    if (event == RumorEvent.COLLECTED) {
      hops.remove(rumor);
    }
  }

  /** Of the copy at hand, where it is about one that has just come. */
  private int hop(RumorEvent event, long rumor) {
    Map<Long, Integer> known =
        event == RumorEvent.REPEATED || event == RumorEvent.TURNED_AWAY ? arriving : hops;
    return known.getOrDefault(rumor, Chronicle.UNKNOWN);
  }

  /** An envelope that leaves, with how far its rumors have come before its messages. */
  public Envelope mark(int peer, Envelope envelope) {
    Map<Integer, RumorIds.Builder> byHop = new TreeMap<>();
    for (Message message : envelope.messages()) {
      message.rumors().ids().stream().forEach(rumor -> leave(peer, rumor, byHop));
    }
    if (byHop.isEmpty()) {
      return envelope;
    }
    List<Message> messages = new ArrayList<>(byHop.size() + envelope.messages().size());
    byHop.forEach((hop, rumors) -> messages.add(new Hops(hop, rumors.build())));
    messages.addAll(envelope.messages());
    return new Envelope(envelope.life(), envelope.meant(), envelope.kept(), messages);
  }

  private void leave(int peer, long rumor, Map<Integer, RumorIds.Builder> byHop) {
    Integer hop = hops.get(rumor);
    if (hop != null) {
      byHop.computeIfAbsent(hop, unused -> RumorIds.builder()).add(rumor);
    }
    note(RumorEvent.SENT, rumor, peer);
  }
}
