package org.hearsay.node.maelstrom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.GossipLine;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.MalformedMessageException;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.guarantee.Provision;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.MicrosClock;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.hearsay.node.store.RumorStore;

/**
 * The node once it knows who it is: the broadcast workload's requests around a {@link NodeRuntime}.
 *
 * <p>The strategy starts with the first message after {@code init}: only then has every other node
 * answered its own {@code init} and can be sent to.
 */
final class Member<M extends Message> {
  /** The largest value a client may broadcast, as JSON text. */
  static final int MAX_VALUE_CHARS = 64 * 1024;

  /** How deep a client's value may be nested, well below what a peer's parser accepts. */
  static final int MAX_VALUE_DEPTH = 500;

  private final int id;
  private final NodeNames names;
  private final RumorTable rumors = new RumorTable();
  private final DistinctValues values = new DistinctValues();
  private final JsonCodec codec;
  private final NodeRuntime<M> runtime;
  private final Consumer<byte[]> out;
  private final Consumer<String> log;
  private final Seldom ignored;
  private final Counters counters = new Counters();
  private boolean started;
  private long valuesRead;

  /** A member; {@code incarnation} tells this life of the node from its earlier ones. */
  Member(
      ConfiguredStrategy<?, M> strategy,
      int id,
      NodeNames names,
      long incarnation,
      long seed,
      MicrosClock clock,
      Consumer<byte[]> out,
      Consumer<String> log) {
    this.id = id;
    this.out = out;
    this.log = log;
    this.ignored = new Seldom(clock, log);
    this.names = names;
    this.codec = new JsonCodec(strategy.name(), strategy.messageTypes(), rumors, names);
    AllOthers others = new AllOthers(names.size(), id);
    Membership.Identity identity =
        Membership.Identity.of(id, incarnation, others, strategy.membership().contacts());
    this.runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(
                id,
                incarnation,
                others,
                NodeRuntime.Surroundings.of(strategy.membership(), identity, seed)),
            strategy.newStrategy(),
            rumors,
            new SeededRandom(seed, id),
            clock,
            this::send,
            new Listener(),
            new Provision(strategy.guarantees(), RumorStore.NONE, counters));
  }

  /** Logs what the failure detector thinks. */
  private final class Listener implements NodeListener {
    @Override
    public void delivered(long rumor, int from) {}

    @Override
    public void judged(int peer, Verdict verdict) {
      log.accept(names.name(peer) + " is " + verdict.text());
    }
  }

  private void send(int peer, Envelope envelope) {
    byte[] line = codec.encode(id, peer, envelope);
    if (line.length > LineReader.MAX_LINE_BYTES) {
      log.accept(
          "not sent to "
              + names.name(peer)
              + ": a line of "
              + line.length
              + " bytes, where nodes read at most "
              + LineReader.MAX_LINE_BYTES);
    } else {
      out.accept(line);
    }
  }

  String name() {
    return names.name(id);
  }

  boolean isNamed(String name, List<String> among) {
    return name().equals(name)
        && IntStream.range(0, names.size()).mapToObj(names::name).toList().equals(among);
  }

  void topology(Request request) throws RefusedException {
    JsonNode listed = request.required("topology").path(name());
    if (!listed.isArray()) {
      throw RefusedException.malformed("topology that lists no neighbors of " + name());
    }
    int[] neighbors = new int[listed.size()];
    for (int i = 0; i < neighbors.length; i++) {
      neighbors[i] = listed.get(i).isTextual() ? names.number(listed.get(i).textValue()) : -1;
      if (neighbors[i] < 0 || neighbors[i] == id) {
        throw RefusedException.malformed("topology with " + listed.get(i) + " as a neighbor");
      }
    }
    runtime.linkTo(Peers.of(neighbors));
    start();
  }

  void broadcast(Request request) throws RefusedException {
    JsonNode value = request.required("message");
    String refusal = runtime.refusal(request.src(), value);
    if (refusal != null) {
      throw new RefusedException(RefusedException.TEMPORARILY_UNAVAILABLE, refusal);
    }
    if (isDeeperThan(MAX_VALUE_DEPTH, value)) {
      throw RefusedException.malformed(
          "broadcast of a value nested more than " + MAX_VALUE_DEPTH + " deep");
    }
    int length = Json.text(value).length();
    if (length > MAX_VALUE_CHARS) {
      throw RefusedException.malformed(
          "broadcast of " + length + " characters, the limit is " + MAX_VALUE_CHARS);
    }
    start();
    runtime.broadcast(value);
  }

  /** The values delivered so far, as a JSON array. */
  String read() {
    start();
    RumorLog log = runtime.log();
    for (; valuesRead < log.size(); valuesRead++) {
      values.add(Objects.requireNonNull(rumors.payload(log.get(valuesRead))));
    }
    return values.json();
  }

  /**
   * Takes in a line of gossip as other members write it.
   *
   * @return whether it was one; else nothing has happened
   */
  boolean hear(byte[] line) {
    GossipLine gossip = codec.read(line, id);
    if (gossip == null) {
      return false;
    }
    start();
    receive(gossip.from(), gossip.envelope());
    return true;
  }

  void gossip(Request request) throws RefusedException {
    int from = names.number(request.src());
    if (from < 0 || from == id) {
      throw RefusedException.malformed("gossip from " + request.src() + ", no other member");
    }
    Envelope envelope;
    try {
      envelope = codec.decode(request.body());
    } catch (MalformedMessageException e) {
      throw RefusedException.malformed(String.valueOf(e.getMessage()));
    }
    start();
    receive(from, envelope);
  }

  private void receive(int from, Envelope envelope) {
    long before = counters.get(Count.RATE_LIMITED);
    runtime.receive(from, envelope);
    if (counters.get(Count.RATE_LIMITED) > before) {
      ignored.log("ignored gossip of " + names.name(from) + ", which sends faster than allowed");
    }
  }

  /** What is handled next has waited so long. */
  void waited(long micros) {
    runtime.waited(micros);
  }

  void fireTimers() {
    runtime.fireTimers();
  }

  void leave() {
    if (started) {
      runtime.leave();
    }
  }

  long nextDeadlineMicros() {
    return runtime.nextDeadlineMicros();
  }

  private static boolean isDeeperThan(int depth, JsonNode value) {
    if (value.isContainerNode() && depth == 0) {
      return true;
    }
    for (JsonNode child : value) {
      if (isDeeperThan(depth - 1, child)) {
        return true;
      }
    }
    return false;
  }

  private void start() {
    if (!started) {
      started = true;
      runtime.start();
    }
  }
}
