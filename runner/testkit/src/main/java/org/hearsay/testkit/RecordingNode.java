package org.hearsay.testkit;

import java.util.List;
import java.util.function.Consumer;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.runtime.Carried;

/**
 * One node of a strategy, stepped by hand: each step runs one callback and returns what it did, in
 * order. Time stands still until it is moved, and no timer fires by itself.
 */
public final class RecordingNode<M extends Message> extends Stepped {

  private final int id;
  private final Strategy<M> strategy;
  private final Recorder recorder;
  private int nextSequence;

  /**
   * A node that has not started.
   *
   * @param strategy its strategy
   * @param id its number
   * @param nodeCount how many nodes the cluster has
   * @param neighbors the nodes linked to it
   */
  public RecordingNode(Strategy<M> strategy, int id, int nodeCount, int... neighbors) {
    this.strategy = strategy;
    this.id = id;
    recorder = new Recorder(id, nodeCount, Peers.of(neighbors));
  }

  /** The rumor that a node began as its first, second, ... (0, 1, ...). */
  public static long rumor(int origin, int sequence) {
    return RumorTable.rumor(origin, sequence);
  }

  /** Starts the strategy. */
  public List<Effect> start() {
    return step(strategy::onStart);
  }

  /** A client broadcasts this node's next rumor. */
  public List<Effect> broadcast() {
    long rumor = rumor(id, nextSequence++);
    recorder.log.append(rumor);
    return step(node -> strategy.onBroadcast(node, rumor));
  }

  /** A message arrives. */
  public List<Effect> receive(int from, M message) {
    return step(message.rumors(), node -> strategy.onMessage(node, from, message));
  }

  /** The topology changes. */
  public List<Effect> linkTo(int... neighbors) {
    recorder.neighbors = Peers.of(neighbors);
    return step(strategy::onNeighborsChanged);
  }

  /** A peer has begun a new life. */
  public List<Effect> restart(int peer) {
    return step(node -> strategy.onRestart(node, peer));
  }

  @Override
  Recording<?> recording() {
    return recorder;
  }

  @Override
  void onTimer(int timer) {
    recorder.carried.set(Rumors.NONE);
    strategy.onTimer(recorder, timer);
  }

  /** What the node knows. */
  public RumorLog log() {
    return recorder.log;
  }

  private List<Effect> step(Consumer<Node<M>> callback) {
    return step(Rumors.NONE, callback);
  }

  private List<Effect> step(Rumors carried, Consumer<Node<M>> callback) {
    recorder.carried.set(carried);
    return recorder.step(() -> callback.accept(recorder));
  }

  private final class Recorder extends Recording<M> implements Node<M> {
    private final AppendOnlyLog log = new AppendOnlyLog();
    private final Carried carried = new Carried();
    private Peers neighbors;

    Recorder(int id, int nodeCount, Peers neighbors) {
      super(id, nodeCount);
      this.neighbors = neighbors;
    }

    @Override
    public Peers neighbors() {
      checkOpen();
      return neighbors;
    }

    @Override
    public Peers members() {
      checkOpen();
      return allOthers();
    }

    @Override
    public RumorLog log() {
      checkOpen();
      return log;
    }

    @Override
    public int origin(long rumor) {
      checkOpen();
      return RumorTable.sourceNumber(rumor);
    }

    @Override
    public boolean deliver(long rumor) {
      checkOpen();
      carried.requireDeliverable(rumor);
      boolean fresh = log.append(rumor);
      if (fresh) {
        note(new Effect.Delivered(rumor));
      }
      return fresh;
    }

    @Override
    public void send(int peer, M message) {
      checkOpen();
      carried.requireSendable(message, log);
      super.send(peer, message);
    }
  }
}
