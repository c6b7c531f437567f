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
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.MemberIdentity;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.MicrosClock;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.hearsay.node.store.Life;
import org.hearsay.node.store.Owner;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.store.Stores;
import org.hearsay.node.trail.JournalChronicle;

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

  /** What reads answer, as long as it only grows. */
  private DistinctValues values = new DistinctValues();

  private final JsonCodec codec;
  private final RumorStore store;
  private final NodeRuntime<M> runtime;
  private final Counters counters = new Counters();
  private final Vitals vitals;
  private final MicrosClock clock;
  private final Consumer<byte[]> out;
  private final Journal log;
  private final Seldom ignored;
  private boolean started;
  private long valuesRead;

  /** Whether readers are shown rumors in an order, and not as they come. */
  private final boolean ordered;

  /** Whether its flow is controlled. */
  private final boolean controlled;

  /**
   * A member.
   *
   * @param incarnation tells this life of the node from its earlier ones, as far as they are known
   */
  Member(
      ConfiguredStrategy<?, M> strategy,
      int id,
      NodeNames names,
      long incarnation,
      long seed,
      Stores stores,
      MicrosClock clock,
      Consumer<byte[]> out,
      Journal log) {
    this.id = id;
    this.ordered = strategy.guarantees().order() != Order.NONE;
    this.controlled = strategy.guarantees().flow().controlled();
    this.out = out;
    this.log = log;
    this.ignored = new Seldom(clock, log);
    this.names = names;
    this.clock = clock;
    this.vitals = new Vitals(counters, log, clock);
    this.codec = new JsonCodec(strategy.name(), strategy.messageTypes(), rumors, names);
    this.store = stores.open(new Owner(names.name(id), namesInOrder()), rumors);
    Life life = store.beginLife(incarnation);
    // At once: it is not said again.
    store.remarks().forEach(line -> log.write(Entry.warn("store", line)));
    AllOthers others = new AllOthers(names.size(), id);
    MemberIdentity identity =
        MemberIdentity.of(id, life.number(), others, strategy.membership().contacts())
            .keeping(life.keeps());
    this.runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(
                id,
                life.number(),
                others,
                NodeRuntime.Surroundings.of(strategy.membership(), identity, seed)),
            strategy.newStrategy(),
            rumors,
            new SeededRandom(seed, id),
            clock,
            this::send,
            new Listener(),
            new Provision(
                strategy.guarantees(), store, counters, new JournalChronicle(log, names, rumors)));
  }

  /** Counts rumors, notes what readers are shown in order, and logs what the detector thinks. */
  private final class Listener implements NodeListener {
    @Override
    public void delivered(long rumor, int from) {
      counters.set(Count.RUMORS_KNOWN, runtime.log().size());
    }

    @Override
    public void repeated(long rumor, int from) {
      counters.add(Count.DUPLICATES, 1);
    }

    @Override
    public void released(long rumor) {
      if (!runtime.hasLetGo()) {
        values.add(said(rumor));
      } else if (!values.isEmpty()) {
        values = new DistinctValues(); // A read asks for what is kept.
      }
    }

    @Override
    public void judged(int peer, Verdict verdict) {
      log.write(
          Entry.info("judged", "").with("peer", names.name(peer)).with("verdict", verdict.text()));
    }
  }

  private void send(int peer, Envelope envelope) {
    byte[] line = codec.encode(id, peer, envelope);
    if (line.length > LineReader.MAX_LINE_BYTES) {
      log.write(
          Entry.warn(
                  "unsendable",
                  "a line of "
                      + line.length
                      + " bytes, where nodes read at most "
                      + LineReader.MAX_LINE_BYTES)
              .with("to", names.name(peer)));
    } else {
      counters.add(Count.ENVELOPES_SENT, 1);
      out.accept(line);
    }
  }

  String name() {
    return names.name(id);
  }

  boolean isNamed(String name, List<String> among) {
    return name().equals(name) && namesInOrder().equals(among);
  }

  private List<String> namesInOrder() {
    return IntStream.range(0, names.size()).mapToObj(names::name).toList();
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
    start();
    String objection = runtime.objection(value);
    if (objection != null) {
      throw RefusedException.malformed("broadcast: " + objection);
    }
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
    runtime.broadcast(value);
  }

  /** The values that are readable so far and not let go, as a JSON array. */
  String read() {
    start();
    if (runtime.hasLetGo()) {
      values = new DistinctValues();
      runtime.readable(rumor -> values.add(said(rumor)));
      String all = values.json();
      values = new DistinctValues();
      return all;
    }
    RumorLog log = runtime.log();
    for (; !ordered && valuesRead < log.size(); valuesRead++) {
      values.add(said(log.get(valuesRead)));
    }
    return values.json();
  }

  private JsonNode said(long rumor) {
    return Objects.requireNonNull(rumors.payload(rumor));
  }

  /** What it has counted. */
  Counters counters() {
    return counters;
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
    counters.add(Count.ENVELOPES_RECEIVED, 1);
    long before = counters.get(Count.RATE_LIMITED);
    runtime.receive(from, envelope);
    if (counters.get(Count.RATE_LIMITED) > before) {
      ignored.log("ignored", "gossip of " + names.name(from) + ", which sends faster than allowed");
    }
  }

  /** What is handled next has waited so long. */
  void waited(long micros) {
    runtime.waited(micros);
  }

  void fireTimers() {
    if (!controlled) { // Where flow is, how late the node is has been measured.
      long lateMicros = clock.nowMicros() - runtime.nextDeadlineMicros();
      if (lateMicros >= 0) {
        counters.set(Count.LOOP_LAG_MICROS, lateMicros);
      }
    }
    vitals.fire();
    runtime.fireTimers();
  }

  /** Says what it has counted, as it ends. */
  void end() {
    vitals.say();
  }

  void leave() {
    if (started) {
      runtime.leave();
    }
  }

  void commit() {
    if (store.hasUncommitted()) {
      store.commit();
    }
  }

  void close() {
    store.close();
  }

  long nextDeadlineMicros() {
    return Math.min(runtime.nextDeadlineMicros(), vitals.nextDeadlineMicros());
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
