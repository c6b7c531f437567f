package org.hearsay.node.membership;

import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.random.SeededRandom;

/** One node's failure detector. */
final class DetectorPart<M extends DetectorMessage> extends Part<M> implements DetectorNode<M> {
  static final int FIRST_TIMER = 1;

  private static final long RANDOM_STREAM = 0x6465746563746fL;
  private static final int ANYBODY = -1;

  private final Detector<M> detector;

  /** The only peer that can be sent to at present, if it is not anybody. */
  private int receiver = ANYBODY;

  private DetectorPart(
      Detector<M> detector, Membership membership, MemberIdentity identity, long seed) {
    super(
        membership,
        identity.id(),
        identity.others(),
        new SeededRandom(seed ^ RANDOM_STREAM, identity.id()),
        FIRST_TIMER);
    this.detector = detector;
  }

  /**
   * A node's failure detector.
   *
   * @param seed with the node's number decides the random choices of this life
   */
  static <M extends DetectorMessage> DetectorPart<M> of(
      ConfiguredDetector<?, M> configured,
      Membership membership,
      MemberIdentity identity,
      long seed) {
    return new DetectorPart<>(configured.newDetector(), membership, identity, seed);
  }

  void start() {
    call(() -> detector.onStart(this));
  }

  @SuppressWarnings("unchecked") // Nothing but the detector's messages is read as a detector's.
  void receive(int from, Message message) {
    call(() -> detector.onMessage(this, from, (M) message));
  }

  void fire(int timer) {
    call(() -> detector.onTimer(this, timer));
  }

  void watchChanged() {
    call(() -> detector.onWatchChanged(this));
  }

  void heard(int peer) {
    call(() -> detector.onHeard(this, peer));
  }

  void departing(int peer) {
    receiver = peer;
    try {
      call(() -> detector.onDeparture(this, peer));
    } finally {
      receiver = ANYBODY;
    }
  }

  void restarted(int peer) {
    call(() -> detector.onRestart(this, peer));
  }

  void died(int peer) {
    call(() -> detector.onDeath(this, peer));
  }

  void born(int peer) {
    call(() -> detector.onBirth(this, peer));
  }

  @Override
  public void send(int peer, M message) {
    if (receiver != ANYBODY && peer != receiver) {
      throw new IllegalArgumentException(
          "What joins an envelope for " + receiver + " cannot go to " + peer);
    }
    super.send(peer, message);
  }

  @Override
  public Peers links() {
    checkOpen();
    return membership().links();
  }

  @Override
  public Peers group() {
    checkOpen();
    return membership().group();
  }

  @Override
  public boolean isGroupShared() {
    checkOpen();
    return membership().isGroupShared();
  }

  @Override
  public long incarnation() {
    checkOpen();
    return membership().life();
  }

  @Override
  public long incarnation(int peer) {
    checkOpen();
    return membership().knownLife(peer);
  }

  @Override
  public boolean isDown(int peer) {
    checkOpen();
    return membership().isDown(peer);
  }

  @Override
  public void suspect(int peer) {
    note(() -> membership().suspect(peer));
  }

  @Override
  public void down(int peer) {
    note(() -> membership().down(peer));
  }

  @Override
  public void up(int peer) {
    note(() -> membership().up(peer));
  }
}
