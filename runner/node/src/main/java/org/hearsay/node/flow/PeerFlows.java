package org.hearsay.node.flow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.node.flow.FlowMessage.FlowMark;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.ServiceHost;

/** The flow to each peer of a node, on the way of all that it sends. */
final class PeerFlows implements Departure {
  /**
   * Envelopes of a life are numbered from 1024 times its incarnation, which is a time in
   * milliseconds: so numbers of a later life are larger, and no receipt for an earlier one counts.
   * They stay below 2<sup>53</sup>, where JSON is safe.
   */
  private static final int NUMBERS_BITS = 10;

  private final ServiceHost host;
  private final Departure next;
  private final Repairs repairs;
  private final PeerFlow.Shared shared;
  private final Map<Integer, PeerFlow> flows = new LinkedHashMap<>();
  private final Set<Integer> woken = new HashSet<>();

  /** No later than anything is to be done. */
  private long dueMicros = Long.MAX_VALUE;

  PeerFlows(ServiceHost host, Departure next, Repairs repairs, Lag lag) {
    this.host = host;
    this.next = next;
    this.repairs = repairs;
    this.shared =
        new PeerFlow.Shared(
            host.counters(),
            new MessageBytes(host.rumors()),
            new Level(host.counters(), Count.QUEUED),
            new Level(host.counters(), Count.BREAKERS_OPEN),
            lag,
            host.incarnation() << NUMBERS_BITS,
            (peer, rumor) -> host.note(RumorEvent.DROPPED, rumor, peer));
  }

  private PeerFlow to(int peer) {
    return flows.computeIfAbsent(peer, unused -> new PeerFlow(peer, shared));
  }

  @Override
  public void depart(int peer, List<Message> messages) {
    boolean wasWoken = woken.remove(peer);
    boolean answers = messages.isEmpty() && !wasWoken;
    PeerFlow flow = to(peer);
    flow.pass(messages, host.nowMicros());
    if (answers || !messages.isEmpty()) {
      next.depart(peer, messages);
    }
    await(flow);
  }

  /** Has what is due leave for a peer when the event at hand ends. */
  private void wake(int peer) {
    woken.add(peer);
    host.answer(peer);
  }

  private void await(PeerFlow flow) {
    dueMicros = Math.min(dueMicros, flow.deadlineMicros(host.nowMicros()));
  }

  void heard(int from, List<? extends Message> messages) {
    long now = host.nowMicros();
    PeerFlow flow = to(from);
    flow.heard(now);
    for (Message message : messages) {
      if (message instanceof FlowMark mark) {
        flow.marked(mark, now);
      } else if (message instanceof FlowMessage.FlowCongested) {
        flow.congested(now);
      }
    }
    flow.brought(messages, now);
    if (flow.deadlineMicros(now) <= now) {
      flow.fire(now, repairs);
      wake(from);
    }
    await(flow);
  }

  /**
   * Whether peers that are there cannot keep up with this node: two of them or, where there are
   * fewer, all. A single one is its own affair.
   */
  boolean arePressed(long now) {
    int heard = 0;
    int pressed = 0;
    for (PeerFlow flow : flows.values()) {
      if (flow.isHeard(now)) {
        heard++;
        pressed += flow.isPressed(now) ? 1 : 0;
      }
    }
    return pressed >= 2 || (pressed > 0 && pressed == heard);
  }

  long nextDeadlineMicros() {
    return dueMicros;
  }

  void fireTimers() {
    long now = host.nowMicros();
    if (now < dueMicros) {
      return;
    }
    dueMicros = Long.MAX_VALUE;
    for (PeerFlow flow : flows.values()) {
      if (flow.deadlineMicros(now) <= now) {
        flow.fire(now, repairs);
        wake(flow.peer());
      } else {
        await(flow);
      }
    }
  }
}
