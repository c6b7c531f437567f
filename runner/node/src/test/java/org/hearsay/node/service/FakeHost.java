package org.hearsay.node.service;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.RumorTable;

/** A node without a strategy: it notes what its services send and show. */
public final class FakeHost extends BareHost {
  /** A message and whom it is for. */
  public record Sent(int peer, ServiceMessage message) {}

  private final List<Sent> sent = new ArrayList<>();
  private final List<Long> shown = new ArrayList<>();

  /** One of so many nodes, each linked to all others. */
  public FakeHost(int id, int nodes) {
    super(id, nodes, new RumorTable());
  }

  /** A rumor of a node's first life. */
  public long rumor(int origin, int sequence) {
    long rumor = RumorTable.rumor(rumors().number(origin, 0), sequence);
    rumors().store(rumor, IntNode.valueOf(sequence));
    return rumor;
  }

  /** What was sent since the last call. */
  public List<Sent> takeSent() {
    List<Sent> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** What was shown to readers, in order. */
  public List<Long> shown() {
    return List.copyOf(shown);
  }

  @Override
  public void released(long rumor) {
    shown.add(rumor);
  }

  @Override
  public void send(int peer, ServiceMessage message) {
    sent.add(new Sent(peer, message));
  }

  @Override
  public Rumors deliver(Rumors brought, int from) {
    RumorIds.Builder fresh = RumorIds.builder();
    brought.ids().stream().filter(log()::append).forEach(fresh::add);
    return new Rumors(fresh.build());
  }
}
