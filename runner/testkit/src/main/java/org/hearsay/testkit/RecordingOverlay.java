package org.hearsay.testkit;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;

/**
 * One node of an overlay, stepped by hand: each step runs one callback and returns what it did, in
 * order. Time stands still until it is moved, and no timer fires by itself. Who is alive, and in
 * which life, is what the test says.
 */
public final class RecordingOverlay<M extends OverlayMessage> extends Stepped {
  /** Which life of the node it is. */
  public static final long INCARNATION = 100;

  private final Overlay<M> overlay;
  private final Recorder recorder;

  /**
   * A node that has not started.
   *
   * @param overlay its overlay
   * @param id its number
   * @param nodeCount how many nodes the world has names for
   * @param contacts those it may join through
   */
  public RecordingOverlay(Overlay<M> overlay, int id, int nodeCount, int... contacts) {
    this.overlay = overlay;
    this.recorder = new Recorder(id, nodeCount, Peers.of(contacts));
  }

  /** Starts the overlay. */
  public List<Effect> start() {
    return recorder.step(() -> overlay.onStart(recorder));
  }

  /** A message of a peer's present life arrives. */
  public List<Effect> receive(int from, M message) {
    return recorder.step(() -> overlay.onMessage(recorder, from, message));
  }

  /** The world links the node to others. */
  public List<Effect> linkByTopology(int... neighbors) {
    recorder.topology = Peers.of(neighbors);
    return recorder.step(() -> overlay.onTopologyChanged(recorder));
  }

  /** A peer is down. */
  public List<Effect> down(int peer) {
    recorder.lives.setDown(peer, true);
    return recorder.step(() -> overlay.onDown(recorder, peer));
  }

  /** A peer is alive that was not known to be, in a life. */
  public List<Effect> up(int peer, long incarnation) {
    recorder.lives.setDown(peer, false);
    recorder.lives.set(peer, incarnation);
    return recorder.step(() -> overlay.onUp(recorder, peer));
  }

  /** Lets the node know a life of a peer, without telling the overlay. */
  public void live(int peer, long incarnation) {
    recorder.lives.set(peer, incarnation);
  }

  /** The node is about to stop. */
  public List<Effect> leave() {
    return recorder.step(() -> overlay.onLeave(recorder));
  }

  @Override
  Recording<?> recording() {
    return recorder;
  }

  @Override
  void onTimer(int timer) {
    overlay.onTimer(recorder, timer);
  }

  /** The neighbors chosen last. */
  public Peers links() {
    return recorder.links;
  }

  /** Those it said last that it knows. */
  public Peers members() {
    return recorder.members;
  }

  private final class Recorder extends Recording<M> implements OverlayNode<M> {
    private final Peers contacts;
    private final Lives lives = new Lives();
    private Peers topology;
    private Peers links = Peers.of();
    private Peers members = Peers.of();

    Recorder(int id, int nodeCount, Peers contacts) {
      super(id, nodeCount);
      this.contacts = contacts;
      this.topology = allOthers();
    }

    @Override
    public Peers others() {
      checkOpen();
      return allOthers();
    }

    @Override
    public Peers contacts() {
      checkOpen();
      return contacts;
    }

    @Override
    public Peers topology() {
      checkOpen();
      return topology;
    }

    @Override
    public long incarnation() {
      checkOpen();
      return INCARNATION;
    }

    @Override
    public long incarnation(int peer) {
      checkOpen();
      return lives.of(peer);
    }

    @Override
    public boolean isDown(int peer) {
      checkOpen();
      return lives.isDown(peer);
    }

    @Override
    public Peers links() {
      checkOpen();
      return links;
    }

    @Override
    public void linkTo(Peers neighbors) {
      if (!neighbors.equals(links)) {
        note(new Effect.LinkedTo(neighbors));
        links = neighbors;
      }
    }

    @Override
    public void know(Peers known) {
      if (!known.equals(members)) {
        note(new Effect.Knew(known));
        members = known;
      }
    }

    @Override
    public void hear(int peer, long incarnation) {
      note(new Effect.Heard(peer, incarnation));
      lives.set(peer, Math.max(lives.of(peer), incarnation));
    }
  }
}
