package org.hearsay.node.membership;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.random.SeededRandom;
import org.jspecify.annotations.Nullable;

/**
 * One node's overlay and failure detector, and what they have found out: who is linked to it, who
 * is there, who is alive, and in which life.
 *
 * <p>Each public method that changes something runs to completion: callback after callback, until
 * nobody has anything to be told any more. Then the strategy hears what has changed for it, through
 * {@link Host}.
 */
public final class Membership {
  /** How long a peer that is of no interest is remembered: its death longer than any message. */
  private static final long MEMORY_MICROS = 60_000_000;

  /** A peer that does not answer costs one message in so long. */
  private static final long PROBE_MICROS = 1_000_000;

  private static final long OVERLAY_STREAM = 0x6f7665726c6179L;
  private static final long DETECTOR_STREAM = 0x6465746563746fL;

  /** The node that all this is part of. */
  public interface Host {

    /** The time. */
    long nowMicros();

    /** A message is to go to a peer, in the envelope that the event at hand makes for it. */
    void send(int peer, Message message);

    /** A peer has begun a new life: the strategy must hear of it. */
    void restarted(int peer);

    /** {@link Membership#neighbors} is another set than before: the strategy must hear of it. */
    void neighborsChanged();

    /** The detector has come to think otherwise of a peer. */
    default void judged(int peer, Verdict verdict) {}
  }

  /**
   * Who a node is.
   *
   * @param id its number
   * @param incarnation which life of it
   * @param others every other node of the cluster
   * @param contacts those of them that it may join through
   * @param topology those that the world links it to
   */
  public record Identity(int id, long incarnation, Peers others, Peers contacts, Peers topology) {

    /** A node that knows no more of the world yet than who else there is. */
    public static Identity of(int id, long incarnation, Peers others, int contacts) {
      return new Identity(id, incarnation, others, firstOf(contacts, others), others);
    }

    /** Those of the first nodes of the cluster that are not this one; all others for none. */
    private static Peers firstOf(int contacts, Peers others) {
      if (contacts == 0) {
        return others;
      }
      return Peers.of(IntStream.range(0, contacts).filter(others::contains).toArray());
    }
  }

  private final Identity identity;
  private final boolean knowsAll;
  private final Host host;
  private final OverlayPart<?> overlay;
  private final @Nullable DetectorPart<?> detector;
  private final PeerTable peers = new PeerTable(MEMORY_MICROS);
  private final Timers timers = new Timers();
  private final Queue<Runnable> callbacks = new ArrayDeque<>(2);
  private Peers topology;
  private Peers links;
  private Peers members;

  /** Those of them that are not down; null until worked out. */
  private @Nullable Peers neighbors;

  private @Nullable Peers alive;

  private Peers announced;

  /** Whether the neighbors may be others than those announced. */
  private boolean unannounced;

  private boolean watchChanged;
  private boolean started;

  /**
   * A node's membership that has not started yet.
   *
   * @param configured with an overlay
   * @param seed with the node's number decides the random choices of this life
   */
  public Membership(ConfiguredMembership configured, Identity identity, long seed, Host host) {
    this.identity = identity;
    this.knowsAll = configured.knowsAll();
    this.host = host;
    this.topology = identity.topology();
    this.links = Peers.of();
    this.members = Peers.of();
    this.announced = links;
    ConfiguredOverlay<?, ?> chosen = configured.overlay();
    if (chosen == null) {
      throw new IllegalArgumentException("Without an overlay there is no membership");
    }
    overlay = part(chosen, seed);
    ConfiguredDetector<?, ?> watcher = configured.detector();
    detector = watcher == null ? null : part(watcher, seed);
  }

  private <M extends OverlayMessage> OverlayPart<M> part(
      ConfiguredOverlay<?, M> configured, long seed) {
    return new OverlayPart<>(
        configured.newOverlay(),
        this,
        identity.id(),
        identity.others(),
        new SeededRandom(seed ^ OVERLAY_STREAM, identity.id()));
  }

  private <M extends DetectorMessage> DetectorPart<M> part(
      ConfiguredDetector<?, M> configured, long seed) {
    return new DetectorPart<>(
        configured.newDetector(),
        this,
        identity.id(),
        identity.others(),
        new SeededRandom(seed ^ DETECTOR_STREAM, identity.id()));
  }

  /** Starts both. The strategy starts afterwards, and finds its neighbors as they are then. */
  public void start() {
    callbacks.add(overlay::start);
    if (detector != null) {
      callbacks.add(detector::start);
    }
    run();
    announced = neighbors();
    unannounced = false;
    started = true;
  }

  /** The world links the node to others. */
  public void topologyChanged(Peers linked) {
    topology = linked;
    if (started) {
      callbacks.add(overlay::topologyChanged);
      settle();
    }
  }

  /**
   * An envelope arrived.
   *
   * @param life which life of its sender it comes from
   * @return whether that is not over; what comes from an earlier one is to be ignored
   */
  public boolean hear(int from, long life) {
    long known = peers.life(from);
    if (life < known) {
      return false;
    }
    touch(from);
    if (life > known && known != PeerTable.NO_LIFE) {
      restart(from, life);
    } else if (life > known) {
      peers.setLife(from, life);
      if (!peers.isDown(from)) {
        callbacks.add(() -> overlay.up(from));
      }
    }
    if (peers.isDown(from)) {
      up(from);
    }
    if (detector != null) {
      callbacks.add(() -> detector.heard(from));
    }
    settle();
    return true;
  }

  /** A message for the overlay or the detector arrived. */
  public void receive(int from, Message message) {
    if (message instanceof OverlayMessage) {
      overlay.receive(from, message);
    } else if (detector != null) {
      detector.receive(from, message);
    }
    settle();
  }

  /** Fires the timers that are due. Those they set wait for another call, even if due at once. */
  public void fireTimers() {
    long now = nowMicros();
    long set = timers.settings();
    for (OptionalInt due = timers.takeDue(now, set);
        due.isPresent();
        due = timers.takeDue(now, set)) {
      fire(due.getAsInt());
      run();
    }
    settle();
  }

  private void fire(int timer) {
    if (timer % 2 == OverlayPart.FIRST_TIMER) {
      overlay.fire(timer / 2);
    } else if (detector != null) {
      detector.fire(timer / 2);
    }
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} if no timer is set. */
  public long nextDeadlineMicros() {
    return timers.nextDeadlineMicros();
  }

  /** An envelope is about to leave for a peer: what joins it is sent there now. */
  public void departing(int peer) {
    if (detector != null) {
      detector.departing(peer);
      settle();
    }
  }

  /**
   * Whether an envelope may leave for a peer: to one that is down there goes one a second, to see
   * whether it answers.
   */
  public boolean admits(int peer) {
    if (!peers.isDown(peer)) {
      return true;
    }
    boolean due = nowMicros() - peers.momentMicros(peer) >= PROBE_MICROS;
    if (due) {
      touch(peer);
    }
    return due;
  }

  /** The node is about to stop for good. */
  public void leave() {
    overlay.leave();
  }

  /** A node has died, in truth. */
  public void died(int peer) {
    if (detector != null) {
      detector.died(peer);
      settle();
    }
  }

  /** A node that had died is back, in truth. */
  public void born(int peer) {
    if (detector != null) {
      detector.born(peer);
      settle();
    }
  }

  /** Those that the node is linked to, as far as they are alive. */
  public Peers neighbors() {
    Peers known = neighbors;
    if (known == null) {
      known = alive(links);
      neighbors = known;
    }
    return known;
  }

  /** Those that the node knows of, as far as they are alive. */
  public Peers members() {
    Peers known = alive;
    if (known == null) {
      known = alive(members);
      alive = known;
    }
    return known;
  }

  private Peers alive(Peers all) {
    if (peers.downCount() == 0) {
      return all;
    }
    int[] kept = new int[all.size()];
    int count = 0;
    for (int i = 0; i < all.size(); i++) {
      if (!peers.isDown(all.get(i))) {
        kept[count++] = all.get(i);
      }
    }
    return count == kept.length ? all : Peers.of(Arrays.copyOf(kept, count));
  }

  /** How many peers something is remembered of. */
  public int remembered() {
    return peers.size();
  }

  // What the parts ask for.

  long nowMicros() {
    return host.nowMicros();
  }

  Timers timers() {
    return timers;
  }

  void send(int peer, Message message) {
    host.send(peer, message);
  }

  Peers contacts() {
    return identity.contacts();
  }

  Peers topology() {
    return topology;
  }

  long incarnation() {
    return identity.incarnation();
  }

  long incarnation(int peer) {
    return peers.life(peer);
  }

  boolean isDown(int peer) {
    return peers.isDown(peer);
  }

  Peers links() {
    return links;
  }

  Peers group() {
    return knowsAll ? members : links;
  }

  void linkTo(Peers chosen) {
    if (!chosen.equals(links)) {
      links = chosen;
      neighbors = null;
      unannounced = true;
      watchChanged = true;
    }
  }

  void know(Peers known) {
    if (!known.equals(members)) {
      members = known;
      alive = null;
      watchChanged |= knowsAll;
    }
  }

  void hearsay(int peer, long life) {
    long known = peers.life(peer);
    if (known == PeerTable.NO_LIFE && !peers.isDown(peer)) {
      touch(peer);
      peers.setLife(peer, life);
    } else if (known != PeerTable.NO_LIFE && life > known) {
      touch(peer);
      restart(peer, life);
    }
  }

  void suspect(int peer) {
    host.judged(peer, Verdict.SUSPECTED);
  }

  void down(int peer) {
    if (!peers.isDown(peer)) {
      touch(peer);
      setDown(peer, true);
      callbacks.add(() -> overlay.down(peer));
    }
  }

  void up(int peer) {
    if (peers.isDown(peer)) {
      setDown(peer, false);
      callbacks.add(() -> overlay.up(peer));
    }
  }

  private void restart(int peer, long life) {
    peers.setLife(peer, life);
    if (peers.isDown(peer)) {
      setDown(peer, false);
    } else {
      callbacks.add(() -> overlay.down(peer));
    }
    callbacks.add(() -> overlay.up(peer));
    if (detector != null) {
      callbacks.add(() -> detector.restarted(peer));
    }
    if (started) {
      callbacks.add(() -> host.restarted(peer));
    }
  }

  private void setDown(int peer, boolean isDown) {
    peers.setDown(peer, isDown);
    neighbors = null;
    alive = null;
    unannounced = true;
    host.judged(peer, isDown ? Verdict.DOWN : Verdict.UP);
  }

  private void touch(int peer) {
    peers.touch(peer, nowMicros(), other -> links.contains(other) || members.contains(other));
  }

  /** Tells everybody what there is to be told, the strategy last. */
  private void settle() {
    run();
    if (unannounced) {
      unannounced = false;
      Peers now = neighbors();
      if (!now.equals(announced)) {
        announced = now;
        host.neighborsChanged();
      }
    }
  }

  private void run() {
    while (!callbacks.isEmpty() || watchChanged) {
      Runnable next = callbacks.poll();
      if (next != null) {
        next.run();
      } else {
        watchChanged = false;
        if (detector != null) {
          detector.watchChanged();
        }
      }
    }
  }
}
