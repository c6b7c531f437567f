package org.hearsay.node.membership;

import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.random.SeededRandom;

/** One node's overlay. */
final class OverlayPart<M extends OverlayMessage> extends Part<M> implements OverlayNode<M> {
  static final int FIRST_TIMER = 0;

  private static final long RANDOM_STREAM = 0x6f7665726c6179L;

  private final Overlay<M> overlay;

  private OverlayPart(
      Overlay<M> overlay, Membership membership, MemberIdentity identity, long seed) {
    super(
        membership,
        identity.id(),
        identity.others(),
        new SeededRandom(seed ^ RANDOM_STREAM, identity.id()),
        FIRST_TIMER);
    this.overlay = overlay;
  }

  /**
   * A node's overlay.
   *
   * @param seed with the node's number decides the random choices of this life
   */
  static <M extends OverlayMessage> OverlayPart<M> of(
      ConfiguredOverlay<?, M> configured,
      Membership membership,
      MemberIdentity identity,
      long seed) {
    return new OverlayPart<>(configured.newOverlay(), membership, identity, seed);
  }

  void start() {
    call(() -> overlay.onStart(this));
  }

  @SuppressWarnings("unchecked") // Nothing but the overlay's messages is read as an overlay's.
  void receive(int from, Message message) {
    call(() -> overlay.onMessage(this, from, (M) message));
  }

  void fire(int timer) {
    call(() -> overlay.onTimer(this, timer));
  }

  void topologyChanged() {
    call(() -> overlay.onTopologyChanged(this));
  }

  void down(int peer) {
    call(() -> overlay.onDown(this, peer));
  }

  void up(int peer) {
    call(() -> overlay.onUp(this, peer));
  }

  void leave() {
    call(() -> overlay.onLeave(this));
  }

  @Override
  public Peers others() {
    checkOpen();
    return allOthers();
  }

  @Override
  public Peers contacts() {
    checkOpen();
    return membership().contacts();
  }

  @Override
  public Peers topology() {
    checkOpen();
    return membership().topology();
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
  public Peers links() {
    checkOpen();
    return membership().links();
  }

  @Override
  public void linkTo(Peers neighbors) {
    note(() -> membership().linkTo(neighbors));
  }

  @Override
  public void know(Peers members) {
    note(() -> membership().know(members));
  }

  @Override
  public void hear(int peer, long incarnation) {
    note(() -> membership().hearsay(peer, incarnation));
  }
}
