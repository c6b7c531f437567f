package org.hearsay.node.membership;

import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
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
  /** The node that all this is part of. */
  public interface Host {

    /** The time. */
    long nowMicros();

    /** A message is to go to a peer, in the envelope that the event at hand makes for it. */
    void send(int peer, Message message);

    /** An envelope is to go to a peer, even if it stays empty. */
    void answer(int peer);

    /** A peer has begun a new life and knows nothing: the strategy must hear of it. */
    void restarted(int peer);

    /** {@link Membership#neighbors} is another set than before: the strategy must hear of it. */
    void neighborsChanged();

    /** The detector has come to think otherwise of a peer. */
    default void judged(int peer, Verdict verdict) {}
  }

  private final MemberIdentity identity;
  private final boolean knowsAll;
  private final Host host;
  private final OverlayPart<?> overlay;
  private final @Nullable DetectorPart<?> detector;
  private final Acquaintances peers = new Acquaintances();
  private final Timers timers = new Timers();
  private final Queue<Runnable> callbacks = new ArrayDeque<>(2);
  private Peers topology;
  private boolean watchChanged;
  private boolean started;

  /**
   * A node's membership that has not started yet.
   *
   * @param configured with an overlay
   * @param seed with the node's number decides the random choices of this life
   */
  public Membership(
      ConfiguredMembership configured, MemberIdentity identity, long seed, Host host) {
    this.identity = identity;
    this.knowsAll = configured.knowsAll();
    this.host = host;
    this.topology = identity.topology();
    ConfiguredOverlay<?, ?> chosen = configured.overlay();
    if (chosen == null) {
      throw new IllegalArgumentException("Without an overlay there is no membership");
    }
    overlay = OverlayPart.of(chosen, this, identity, seed);
    ConfiguredDetector<?, ?> watcher = configured.detector();
    detector = watcher == null ? null : DetectorPart.of(watcher, this, identity, seed);
  }

  /** Starts both. The strategy starts afterwards, and finds its neighbors as they are then. */
  public void start() {
    callbacks.add(overlay::start);
    if (detector != null) {
      callbacks.add(detector::start);
    }
    run();
    peers.takeNews();
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
   * An envelope arrived. What nodes say to each other is between a life of the one and a life of
   * the other, and is to be ignored once either is over. Who speaks to an earlier life of this node
   * is answered, to see that.
   *
   * @return whether its messages count
   */
  public boolean hear(int from, Envelope envelope) {
    long life = envelope.life();
    long known = peers.life(from);
    if (life < known) {
      return false;
    }
    touch(from);
    if (life > known && known != PeerTable.NO_LIFE) {
      restart(from, life, envelope.kept());
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
    boolean meant =
        envelope.meant() == Envelope.NO_LIFE || envelope.meant() == identity.incarnation();
    if (!meant) {
      host.answer(from);
    }
    settle();
    return meant;
  }

  /** An envelope of this life of the node for the life of a peer that it knows. */
  public Envelope envelope(int peer, List<Message> messages) {
    return new Envelope(identity.incarnation(), peers.life(peer), identity.keeps(), messages);
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
    if ((timer & 1) == OverlayPart.FIRST_TIMER) {
      overlay.fire(timer >>> 1);
    } else if (detector != null) {
      detector.fire(timer >>> 1);
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
    return peers.admits(peer, nowMicros());
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
    return peers.neighbors();
  }

  /** Those that the node knows of, as far as they are alive. */
  public Peers members() {
    return peers.aliveMembers();
  }

  /** Which life of the node it is. */
  public long life() {
    return identity.incarnation();
  }

  /** Which life of a peer the node knows; 0 if none. */
  public long knownLife(int peer) {
    return peers.life(peer);
  }

  /** How many peers something is remembered of. */
  public int remembered() {
    return peers.remembered();
  }

  /** Those that the overlay has linked the node to, alive or not. */
  public Peers links() {
    return peers.links();
  }

  /** Those that the overlay knows of, alive or not. */
  public Peers known() {
    return peers.members();
  }

  /** Whether a peer is down as far as the node knows. */
  public boolean isDown(int peer) {
    return peers.isDown(peer);
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

  Peers group() {
    return knowsAll ? known() : links();
  }

  boolean isGroupShared() {
    return knowsAll;
  }

  void linkTo(Peers chosen) {
    watchChanged |= peers.linkTo(chosen);
  }

  void know(Peers known) {
    watchChanged |= peers.know(known) && knowsAll;
  }

  void hearsay(int peer, long life) {
    long known = peers.life(peer);
    if (known == PeerTable.NO_LIFE && !peers.isDown(peer)) {
      touch(peer);
      peers.setLife(peer, life);
    } else if (known != PeerTable.NO_LIFE && life > known) {
      touch(peer);
      // Whether it kept what it knew is not said.
      restart(peer, life, false);
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

  private void restart(int peer, long life, boolean kept) {
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
    if (started && !kept) {
      callbacks.add(() -> host.restarted(peer));
    }
  }

  private void setDown(int peer, boolean isDown) {
    peers.setDown(peer, isDown);
    host.judged(peer, isDown ? Verdict.DOWN : Verdict.UP);
  }

  private void touch(int peer) {
    peers.touch(peer, nowMicros());
  }

  /** Tells everybody what there is to be told, the strategy last. */
  private void settle() {
    run();
    if (peers.takeNews()) {
      host.neighborsChanged();
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
