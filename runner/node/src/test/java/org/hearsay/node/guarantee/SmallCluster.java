package org.hearsay.node.guarantee;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.runtime.NodeRuntime.Identity;
import org.hearsay.node.service.Counters;
import org.hearsay.node.store.RumorStore;

/** A few nodes with guarantees, in a network that does as a test says. */
public final class SmallCluster {
  /** News of the strategy. */
  public record Tell(Rumors rumors) implements Message {}

  /** An envelope on its way. */
  public record Parcel(long sentMicros, int from, int to, List<? extends Message> messages) {

    /** Whether one of its messages is of a type. */
    public boolean has(Class<? extends Message> type) {
      return messages.stream().anyMatch(type::isInstance);
    }
  }

  private record Happening(long micros, long number, Runnable action) {}

  /** Tells neighbors what is new, or nobody anything. */
  private record Teller(boolean tells) implements Strategy<Tell> {
    @Override
    public void onStart(Node<Tell> node) {
      // There is nothing to tell yet.
    }

    @Override
    public void onBroadcast(Node<Tell> node, long rumor) {
      tell(node, Rumors.of(rumor));
    }

    @Override
    public void onMessage(Node<Tell> node, int from, Tell message) {
      tell(node, node.deliver(message.rumors()));
    }

    @Override
    public void onTimer(Node<Tell> node, int timer) {
      throw new IllegalStateException("It sets no timer");
    }

    private void tell(Node<Tell> node, Rumors news) {
      for (int i = 0; tells && !news.isEmpty() && i < node.neighbors().size(); i++) {
        node.send(node.neighbors().get(i), new Tell(news));
      }
    }
  }

  private final Guarantees guarantees;
  private final boolean tells;
  private final RumorTable rumors = new RumorTable();
  private final List<NodeRuntime<Tell>> runtimes = new ArrayList<>();
  private final List<Counters> counters = new ArrayList<>();
  private final List<List<Integer>> shown = new ArrayList<>();
  private final List<Peers> links;
  private final PriorityQueue<Happening> happenings =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::micros).thenComparingLong(Happening::number));
  private final List<Parcel> sent = new ArrayList<>();
  private Predicate<Parcel> loss = parcel -> false;
  private ToLongFunction<Parcel> delay = parcel -> 10_000;
  private long nowMicros;
  private long number;
  private long lives;

  /**
   * A cluster that has started.
   *
   * @param tells whether a strategy tells neighbors what is new, or leaves it all to the runtime
   * @param links each node's neighbors
   */
  public SmallCluster(Guarantees guarantees, boolean tells, List<Peers> links) {
    this.guarantees = guarantees;
    this.tells = tells;
    this.links = List.copyOf(links);
    for (int node = 0; node < links.size(); node++) {
      counters.add(new Counters());
      shown.add(new ArrayList<>());
      runtimes.add(runtime(node));
    }
    runtimes.forEach(NodeRuntime::start);
  }

  /** Nodes in a row, each linked to the one before it and the one after it. */
  public static List<Peers> line(int nodes) {
    List<Peers> links = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      links.add(
          node == 0
              ? Peers.of(1)
              : node == nodes - 1 ? Peers.of(node - 1) : Peers.of(node - 1, node + 1));
    }
    return links;
  }

  /** Nodes that are all linked to each other. */
  public static List<Peers> total(int nodes) {
    List<Peers> links = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      links.add(new AllOthers(nodes, node));
    }
    return links;
  }

  private NodeRuntime<Tell> runtime(int node) {
    long incarnation = ++lives;
    NodeRuntime<Tell> runtime =
        new NodeRuntime<>(
            new Identity(node, incarnation, new AllOthers(links.size(), node)),
            new Teller(tells),
            rumors,
            new SeededRandom(1, node),
            () -> nowMicros,
            (peer, envelope) -> send(node, peer, envelope),
            new NodeListener() {
              @Override
              public void delivered(long rumor, int from) {}

              @Override
              public void released(long rumor) {
                shown.get(node).add(value(rumor));
              }
            },
            new Provision(guarantees, RumorStore.NONE, counters.get(node)));
    runtime.linkTo(links.get(node));
    return runtime;
  }

  private int value(long rumor) {
    return Objects.requireNonNull(rumors.payload(rumor)).intValue();
  }

  private void send(int from, int to, Envelope envelope) {
    Parcel parcel = new Parcel(nowMicros, from, to, envelope.messages());
    sent.add(parcel);
    if (!loss.test(parcel)) {
      at(nowMicros + delay.applyAsLong(parcel), () -> runtimes.get(to).receive(from, envelope));
    }
  }

  /** From now on these are lost. */
  public SmallCluster losing(Predicate<Parcel> lost) {
    loss = lost;
    return this;
  }

  /** From now on envelopes take so long. */
  public SmallCluster taking(ToLongFunction<Parcel> delayMicros) {
    delay = delayMicros;
    return this;
  }

  /** Does something at a time. */
  public void at(long micros, Runnable action) {
    happenings.add(new Happening(micros, number++, action));
  }

  /** Lets so much time go by. */
  public void run(long micros) {
    long end = nowMicros + micros;
    for (long next = next(); next <= end; next = next()) {
      nowMicros = Math.max(nowMicros, next);
      Happening first = happenings.peek();
      if (first != null && first.micros() <= nowMicros) {
        happenings.remove();
        first.action().run();
      } else {
        runtimes.stream()
            .filter(runtime -> runtime.nextDeadlineMicros() <= nowMicros)
            .forEach(NodeRuntime::fireTimers);
      }
    }
    nowMicros = end;
  }

  private long next() {
    long timers =
        runtimes.stream().mapToLong(NodeRuntime::nextDeadlineMicros).min().orElse(Long.MAX_VALUE);
    Happening first = happenings.peek();
    return first == null ? timers : Math.min(timers, first.micros());
  }

  /** A client broadcasts a value. */
  public long broadcast(int node, int value) {
    return runtimes.get(node).broadcast(IntNode.valueOf(value));
  }

  /** A node dies, and comes back with nothing. */
  public void restart(int node) {
    shown.get(node).clear();
    runtimes.set(node, runtime(node));
    runtimes.get(node).start();
  }

  /** What clients of a node read. */
  public List<Integer> readable(int node) {
    List<Integer> values = new ArrayList<>();
    runtimes.get(node).readable(rumor -> values.add(value(rumor)));
    return values;
  }

  /** What has become readable at a node in this life, in the order of its being told. */
  public List<Integer> shown(int node) {
    return List.copyOf(shown.get(node));
  }

  /** What a node knows. */
  public AppendOnlyLog log(int node) {
    return (AppendOnlyLog) runtimes.get(node).log();
  }

  /** What a node has counted. */
  public Counters counters(int node) {
    return counters.get(node);
  }

  /** How many nodes there are. */
  public int size() {
    return links.size();
  }

  /** The time. */
  public long nowMicros() {
    return nowMicros;
  }

  /** What was sent since the last call. */
  public List<Parcel> takeSent() {
    List<Parcel> all = List.copyOf(sent);
    sent.clear();
    return all;
  }
}
