package org.hearsay.node.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Strategy;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.NodeRuntime;

/**
 * Node 1 of six in its life 100, with an overlay, a failure detector and a strategy that do what a
 * test says: it sees who was called with what, what left the node, and what did not.
 */
final class Surrounded {
  static final int SELF = 1;
  static final int NODES = 6;
  static final long LIFE = 100;

  /** A message of the overlay. */
  record Hello(int number) implements OverlayMessage {}

  /** A message of the failure detector. */
  record Ping(int number) implements DetectorMessage {}

  /** A message of the strategy. */
  record Note(int number) implements Message {}

  record Config() {}

  /** An envelope that left. */
  record Sent(int peer, Envelope envelope) {
    static Sent of(int peer, long meant, Message... messages) {
      return new Sent(peer, new Envelope(LIFE, meant, List.of(messages)));
    }
  }

  private final class ScriptedOverlay implements Overlay<Hello> {
    @Override
    public void onStart(OverlayNode<Hello> node) {
      node.know(node.others());
      node.linkTo(node.topology());
    }

    @Override
    public void onMessage(OverlayNode<Hello> node, int from, Hello message) {
      calls.add("overlay: hello " + message.number() + " from " + from);
      inOverlay.accept(node);
    }

    @Override
    public void onTimer(OverlayNode<Hello> node, int timer) {
      calls.add("overlay: timer " + timer);
    }

    @Override
    public void onTopologyChanged(OverlayNode<Hello> node) {
      node.linkTo(node.topology());
    }

    @Override
    public void onDown(OverlayNode<Hello> node, int peer) {
      calls.add("overlay: " + peer + " is down");
    }

    @Override
    public void onUp(OverlayNode<Hello> node, int peer) {
      calls.add("overlay: " + peer + " is up");
    }

    @Override
    public void onLeave(OverlayNode<Hello> node) {
      Peers links = node.links();
      for (int i = 0; i < links.size(); i++) {
        node.send(links.get(i), new Hello(BYE));
      }
    }
  }

  private final class ScriptedDetector implements Detector<Ping> {
    @Override
    public void onStart(DetectorNode<Ping> node) {}

    @Override
    public void onMessage(DetectorNode<Ping> node, int from, Ping message) {
      calls.add("detector: ping " + message.number() + " from " + from);
      inDetector.accept(node);
    }

    @Override
    public void onTimer(DetectorNode<Ping> node, int timer) {
      calls.add("detector: timer " + timer);
    }

    @Override
    public void onWatchChanged(DetectorNode<Ping> node) {
      calls.add("detector: watches " + node.links());
    }

    @Override
    public void onHeard(DetectorNode<Ping> node, int peer) {
      calls.add("detector: heard " + peer);
    }

    @Override
    public void onDeparture(DetectorNode<Ping> node, int peer) {
      onDeparture.accept(node, peer);
    }

    @Override
    public void onRestart(DetectorNode<Ping> node, int peer) {
      calls.add("detector: " + peer + " has restarted as " + node.incarnation(peer));
    }
  }

  private final class ScriptedStrategy implements Strategy<Note> {
    @Override
    public void onBroadcast(Node<Note> node, long rumor) {}

    @Override
    public void onMessage(Node<Note> node, int from, Note message) {
      calls.add("strategy: note " + message.number() + " from " + from);
      inStrategy.accept(node);
    }

    @Override
    public void onNeighborsChanged(Node<Note> node) {
      calls.add("strategy: neighbors " + node.neighbors());
    }

    @Override
    public void onRestart(Node<Note> node, int peer) {
      calls.add("strategy: " + peer + " has restarted");
    }
  }

  private final class Listener implements NodeListener {
    @Override
    public void delivered(long rumor, int from) {}

    @Override
    public void judged(int peer, Verdict verdict) {
      judged.add(peer + " " + verdict.text());
    }

    @Override
    public void withheld(int peer) {
      withheld.add(peer);
    }
  }

  /** The number of the overlay's last message. */
  static final int BYE = -1;

  /** A message that does no more than to have a callback of its receiver called. */
  private static final int NUDGE = 0;

  private final List<String> calls = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final List<Integer> withheld = new ArrayList<>();
  private final List<String> judged = new ArrayList<>();
  private Consumer<OverlayNode<Hello>> inOverlay = node -> {};
  private Consumer<DetectorNode<Ping>> inDetector = node -> {};
  private Consumer<Node<Note>> inStrategy = node -> {};
  private BiConsumer<DetectorNode<Ping>, Integer> onDeparture = (node, peer) -> {};
  private long nowMicros = 5_000_000;
  private final NodeRuntime<Note> runtime;

  /** A started node that is linked to some peers. */
  Surrounded(Integer... linked) {
    AllOthers others = new AllOthers(NODES, SELF);
    runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(
                SELF,
                LIFE,
                others,
                NodeRuntime.Surroundings.of(
                    membership(), MemberIdentity.of(SELF, LIFE, others, 0), 1)),
            new ScriptedStrategy(),
            new RumorTable(),
            new SeededRandom(1, SELF),
            () -> nowMicros,
            (peer, envelope) -> sent.add(new Sent(peer, envelope)),
            new Listener());
    runtime.linkTo(peers(linked));
    runtime.start();
    takeCalls();
  }

  private static Peers peers(Integer... nodes) {
    return Peers.of(List.of(nodes).stream().mapToInt(Integer::intValue).toArray());
  }

  private ConfiguredMembership membership() {
    return new ConfiguredMembership(
        ConfiguredOverlay.withDefaults(
            OverlayDescriptor.describe("scripted")
                .summary("As a test says")
                .paper("none")
                .cost("none")
                .traits(OverlayTrait.KNOWS_ALL)
                .build(Hello.class, new Config(), config -> new ScriptedOverlay())),
        ConfiguredDetector.withDefaults(
            DetectorDescriptor.describe("scripted")
                .summary("As a test says")
                .paper("none")
                .cost("none")
                .build(Ping.class, new Config(), config -> new ScriptedDetector())),
        0);
  }

  /** An envelope of a peer's life for some life of this node. */
  Surrounded receive(int from, long life, long meant, Message... messages) {
    runtime.receive(from, new Envelope(life, meant, List.of(messages)));
    return this;
  }

  /** An envelope of a life that kept what its predecessor knew. */
  Surrounded receiveKept(int from, long life, Message... messages) {
    runtime.receive(from, new Envelope(life, LIFE, true, List.of(messages)));
    return this;
  }

  /** The same for this life. */
  Surrounded receive(int from, long life, Message... messages) {
    return receive(from, life, LIFE, messages);
  }

  /** Something happens in a callback of the overlay, in an event of its own. */
  void inOverlay(Consumer<OverlayNode<Hello>> happening) {
    inOverlay = happening;
    runtime.inMembership(membership -> membership.receive(0, new Hello(NUDGE)));
    inOverlay = node -> {};
    calls.remove("overlay: hello 0 from 0");
  }

  /** Something happens in a callback of the failure detector, in an event of its own. */
  void inDetector(Consumer<DetectorNode<Ping>> happening) {
    inDetector = happening;
    runtime.inMembership(membership -> membership.receive(0, new Ping(NUDGE)));
    inDetector = node -> {};
    calls.remove("detector: ping 0 from 0");
  }

  /** What the strategy does whenever it is handed a message. */
  void onNote(Consumer<Node<Note>> reaction) {
    inStrategy = reaction;
  }

  /** What the failure detector does whenever an envelope leaves. */
  void onDeparture(BiConsumer<DetectorNode<Ping>, Integer> reaction) {
    onDeparture = reaction;
  }

  /** The strategy is handed a message of node 0 in its life 7, and reacts as it always does. */
  void nudgeStrategy() {
    receive(0, 7, new Note(NUDGE));
  }

  /** The detector takes a peer for dead. */
  void down(int peer) {
    inDetector(node -> node.down(peer));
  }

  void linkTo(Integer... linked) {
    runtime.linkTo(peers(linked));
  }

  void leave() {
    runtime.leave();
  }

  void pass(long micros) {
    nowMicros += micros;
  }

  void fireTimers() {
    runtime.fireTimers();
  }

  Membership around() {
    Membership membership = runtime.membership();
    if (membership == null) {
      throw new IllegalStateException("There is nothing around the node");
    }
    return membership;
  }

  /** The callbacks since this was last asked. */
  List<String> takeCalls() {
    return take(calls);
  }

  /** The envelopes since this was last asked. */
  List<Sent> takeSent() {
    return take(sent);
  }

  /** The peers of envelopes that did not leave since this was last asked. */
  List<Integer> takeWithheld() {
    return take(withheld);
  }

  /** The verdicts since this was last asked. */
  List<String> takeJudged() {
    return take(judged);
  }

  private static <T> List<T> take(List<T> noted) {
    List<T> taken = List.copyOf(noted);
    noted.clear();
    return taken;
  }
}
