package org.hearsay.testkit;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;

/**
 * One node of a failure detector, stepped by hand: each step runs one callback and returns what it
 * did, in order. Time stands still until it is moved, and no timer fires by itself. As in a node,
 * whoever is heard from is not down any more.
 */
public final class RecordingDetector<M extends DetectorMessage> extends Stepped {
  /** Which life of the node it is. */
  public static final long INCARNATION = 100;

  private final Detector<M> detector;
  private final Recorder recorder;

  /**
   * A node that has not started.
   *
   * @param detector its detector
   * @param id its number
   * @param nodeCount how many nodes the world has names for
   * @param links its neighbors, and the only members that it knows
   */
  public RecordingDetector(Detector<M> detector, int id, int nodeCount, int... links) {
    this.detector = detector;
    this.recorder = new Recorder(id, nodeCount, Peers.of(links));
  }

  /** Starts the detector. */
  public List<Effect> start() {
    return recorder.step(() -> detector.onStart(recorder));
  }

  /** An envelope of a peer arrives, with messages for the detector or without. */
  @SafeVarargs
  public final List<Effect> receive(int from, M... messages) {
    recorder.lives.setDown(from, false);
    return recorder.step(
        () -> {
          detector.onHeard(recorder, from);
          for (M message : messages) {
            detector.onMessage(recorder, from, message);
          }
        });
  }

  /** An envelope leaves for a peer. */
  public List<Effect> depart(int peer) {
    return recorder.step(() -> detector.onDeparture(recorder, peer));
  }

  /** The overlay chooses other neighbors. */
  public List<Effect> watch(int... links) {
    recorder.links = Peers.of(links);
    recorder.group = recorder.links;
    return recorder.step(() -> detector.onWatchChanged(recorder));
  }

  /** The overlay knows all members, more than the node has neighbors. */
  public List<Effect> watch(Peers links, Peers group) {
    recorder.links = links;
    recorder.group = group;
    return recorder.step(() -> detector.onWatchChanged(recorder));
  }

  /** A peer has begun a new life. */
  public List<Effect> restart(int peer, long incarnation) {
    recorder.lives.set(peer, incarnation);
    recorder.lives.setDown(peer, false);
    return recorder.step(() -> detector.onRestart(recorder, peer));
  }

  /** The world tells that a node has died. */
  public List<Effect> die(int peer) {
    return recorder.step(() -> detector.onDeath(recorder, peer));
  }

  /** The world tells that a node is back. */
  public List<Effect> beBorn(int peer) {
    return recorder.step(() -> detector.onBirth(recorder, peer));
  }

  /** Lets the node know a life of a peer, without telling the detector. */
  public void live(int peer, long incarnation) {
    recorder.lives.set(peer, incarnation);
  }

  @Override
  Recording<?> recording() {
    return recorder;
  }

  @Override
  void onTimer(int timer) {
    detector.onTimer(recorder, timer);
  }

  /** Whether a peer is down. */
  public boolean isDown(int peer) {
    return recorder.lives.isDown(peer);
  }

  private final class Recorder extends Recording<M> implements DetectorNode<M> {
    private final Lives lives = new Lives();
    private Peers links;
    private Peers group;

    Recorder(int id, int nodeCount, Peers links) {
      super(id, nodeCount);
      this.links = links;
      this.group = links;
    }

    @Override
    public Peers links() {
      checkOpen();
      return links;
    }

    @Override
    public Peers group() {
      checkOpen();
      return group;
    }

    @Override
    public boolean isGroupShared() {
      checkOpen();
      return group.size() > links.size();
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
    public void suspect(int peer) {
      note(new Effect.Suspected(peer));
    }

    @Override
    public void down(int peer) {
      note(new Effect.TookForDead(peer));
      lives.setDown(peer, true);
    }

    @Override
    public void up(int peer) {
      note(new Effect.TookForAlive(peer));
      lives.setDown(peer, false);
    }
  }
}
