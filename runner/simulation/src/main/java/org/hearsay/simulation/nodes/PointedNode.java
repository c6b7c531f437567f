package org.hearsay.simulation.nodes;

import java.util.random.RandomGenerator;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.random.PortableRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.Carried;
import org.jspecify.annotations.Nullable;

/**
 * The one {@link Node} of all nodes that are columns, pointed at another for each callback. It
 * refuses what that of a real node refuses; it cannot tell whether a strategy kept it from an
 * earlier callback, and need not, as that would be one of the same node.
 */
final class PointedNode<M extends Message> implements Node<M> {
  private final Columns columns;
  private final Outgoing<M> outgoing;
  private final Nodes.Surroundings surroundings;
  private final PointedLog log;
  private final int nodeCount;
  private final RandomGenerator random = new NodeRandom();

  /** What is around the strategies; null if there is nothing. */
  private final @Nullable Memberships memberships;

  private final Carried carried = new Carried();

  private boolean open;
  private int id;
  private int sender;
  private @Nullable M lastSent;

  PointedNode(
      Columns columns,
      Outgoing<M> outgoing,
      Nodes.Surroundings surroundings,
      @Nullable Memberships memberships) {
    this.memberships = memberships;
    this.columns = columns;
    this.outgoing = outgoing;
    this.surroundings = surroundings;
    this.nodeCount = columns.nodeCount();
    this.log = new PointedLog(columns.logs(), nodeCount);
  }

  /** Begins a callback of a node. */
  void open(int node, int from, Rumors rumors) {
    open = true;
    id = node;
    sender = from;
    carried.set(rumors);
    if (lastSent != null) {
      lastSent = null;
    }
    log.pointAt(node);
  }

  /** Ends the callback. */
  void close() {
    open = false;
  }

  /** Forgets what was worked out about a node's log. */
  void logChanged(int node) {
    log.changed(node);
  }

  private final class NodeRandom extends PortableRandom {
    @Override
    public long nextLong() {
      return columns.draws().next(id);
    }
  }

  private void checkOpen() {
    if (!open) {
      throw new IllegalStateException("A Node is valid only during the callback it was passed to");
    }
  }

  @Override
  public int id() {
    checkOpen();
    return id;
  }

  @Override
  public Peers neighbors() {
    checkOpen();
    return memberships == null ? columns.graph().neighbors(id) : memberships.of(id).neighbors();
  }

  @Override
  public Peers members() {
    checkOpen();
    return memberships == null
        ? new AllOthers(columns.nodeCount(), id)
        : memberships.of(id).members();
  }

  @Override
  public RumorLog log() {
    checkOpen();
    return log;
  }

  @Override
  public int origin(long rumor) {
    checkOpen();
    return columns.sources().origin(rumor);
  }

  @Override
  public boolean deliver(long rumor) {
    checkOpen();
    carried.requireDeliverable(rumor);
    return append(rumor);
  }

  private boolean append(long rumor) {
    boolean fresh = columns.logs().append(id, rumor);
    if (fresh) {
      log.changed(id);
      surroundings.delivered(id, sender, rumor);
    }
    return fresh;
  }

  /** As the interface says; what a message carries as a whole needs no second look. */
  @Override
  @SuppressWarnings("ReferenceEquality") // Equal rumors in another object take the longer way.
  public Rumors deliver(Rumors rumors) {
    if (rumors != carried.rumors()) {
      return Node.super.deliver(rumors);
    }
    checkOpen();
    if (rumors.size() == 1) {
      return append(rumors.get(0)) ? rumors : Rumors.NONE;
    }
    int fresh = 0;
    while (fresh < rumors.size() && append(rumors.get(fresh))) {
      fresh++;
    }
    return fresh == rumors.size() ? rumors : deliverAfter(fresh, rumors);
  }

  /** Delivers the rest after the first that was known, and returns all that were new. */
  private Rumors deliverAfter(int known, Rumors rumors) {
    RumorIds.Builder fresh = RumorIds.builder().addAll(rumors.ids().limit(known));
    for (int i = known + 1; i < rumors.size(); i++) {
      if (append(rumors.get(i))) {
        fresh.add(rumors.get(i));
      }
    }
    return new Rumors(fresh.build());
  }

  @Override
  public void send(int peer, M message) {
    checkOpen();
    if (peer < 0 || peer >= nodeCount || peer == id) {
      throw new IllegalArgumentException("Node " + id + " cannot send to " + peer + ": no member");
    }
    if (message != lastSent) {
      carried.requireSendable(message, log);
      outgoing.begin(message);
      lastSent = message;
    }
    outgoing.add(peer);
  }

  @Override
  public void schedule(int timer, long delayMicros) {
    checkOpen();
    columns.timers().set(id, timer, Timers.deadlineMicros(nowMicros(), timer, delayMicros));
  }

  @Override
  public void cancel(int timer) {
    checkOpen();
    columns.timers().clear(id, timer);
  }

  @Override
  public long nowMicros() {
    checkOpen();
    return surroundings.nowMicros(id);
  }

  @Override
  public RandomGenerator random() {
    checkOpen();
    return random;
  }
}
