package org.hearsay.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.Carried;

/**
 * One node of a strategy, stepped by hand: each step runs one callback and returns what it did, in
 * order. Time stands still until it is moved, and no timer fires by itself.
 */
public final class RecordingNode<M extends Message> {

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
    long rumor = rumor(recorder.id, nextSequence++);
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

  /**
   * Moves time on to the earliest deadline and fires that timer.
   *
   * @throws IllegalStateException if no timer is set
   */
  public List<Effect> fireNext() {
    int timer =
        recorder.deadlines.entrySet().stream()
            .min(Comparator.comparingLong(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .orElseThrow(() -> new IllegalStateException("No timer is set"));
    return fire(timer);
  }

  /**
   * Moves time on to a timer's deadline and fires it.
   *
   * @throws IllegalStateException if it is not set
   */
  public List<Effect> fire(int timer) {
    Long deadline = recorder.deadlines.remove(timer);
    if (deadline == null) {
      throw new IllegalStateException("Timer " + timer + " is not set");
    }
    recorder.nowMicros = Math.max(recorder.nowMicros, deadline);
    return step(node -> strategy.onTimer(node, timer));
  }

  /** Moves time on without firing anything. */
  public void advance(long micros) {
    recorder.nowMicros += micros;
  }

  /** The time. */
  public long nowMicros() {
    return recorder.nowMicros;
  }

  /** Whether a timer is set. */
  public boolean hasTimer() {
    return !recorder.deadlines.isEmpty();
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
    recorder.effects = new ArrayList<>();
    recorder.open = true;
    try {
      callback.accept(recorder);
    } finally {
      recorder.open = false;
    }
    return List.copyOf(recorder.effects);
  }

  private final class Recorder implements Node<M> {
    private final int id;
    private final int nodeCount;
    private final AppendOnlyLog log = new AppendOnlyLog();
    private final SeededRandom random;
    private final Map<Integer, Long> deadlines = new LinkedHashMap<>();
    private Peers neighbors;
    private List<Effect> effects = new ArrayList<>();
    private final Carried carried = new Carried();
    private long nowMicros;
    private boolean open;

    Recorder(int id, int nodeCount, Peers neighbors) {
      this.id = id;
      this.nodeCount = nodeCount;
      this.neighbors = neighbors;
      this.random = new SeededRandom(1, id);
    }

    private void checkOpen() {
      if (!open) {
        throw new IllegalStateException(
            "A Node is valid only during the callback it was passed to");
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
      return neighbors;
    }

    @Override
    public Peers members() {
      checkOpen();
      return new AllOthers(nodeCount, id);
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
        effects.add(new Effect.Delivered(rumor));
      }
      return fresh;
    }

    @Override
    public void send(int peer, M message) {
      checkOpen();
      if (!members().contains(peer)) {
        throw new IllegalArgumentException("Node " + id + " cannot send to " + peer);
      }
      carried.requireSendable(message, log);
      effects.add(new Effect.Sent(peer, message));
    }

    @Override
    public void schedule(int timer, long delayMicros) {
      checkOpen();
      deadlines.remove(timer);
      deadlines.put(timer, Timers.deadlineMicros(nowMicros, timer, delayMicros));
      effects.add(new Effect.Scheduled(timer, delayMicros));
    }

    @Override
    public void cancel(int timer) {
      checkOpen();
      deadlines.remove(timer);
      effects.add(new Effect.Cancelled(timer));
    }

    @Override
    public long nowMicros() {
      checkOpen();
      return nowMicros;
    }

    @Override
    public RandomGenerator random() {
      checkOpen();
      return random;
    }
  }
}
