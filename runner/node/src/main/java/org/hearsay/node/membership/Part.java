package org.hearsay.node.membership;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.node.callback.OpenContext;

/**
 * An overlay or a detector and what it is handed. What a callback asks for is carried out after it
 * has returned, in call order, and not at all if it throws.
 */
abstract class Part<M extends Message> extends OpenContext<M> {
  private final Membership membership;
  private final int firstTimer;
  private List<Runnable> effects = new ArrayList<>(0);

  /**
   * A part of a node.
   *
   * @param firstTimer the first of this part's timers, of which there is one in two
   */
  Part(Membership membership, int id, Peers others, RandomGenerator random, int firstTimer) {
    super(id, others, random);
    this.membership = membership;
    this.firstTimer = firstTimer;
  }

  final Membership membership() {
    return membership;
  }

  /** Runs a callback and what it asks for. */
  final void call(Runnable callback) {
    open(membership.nowMicros());
    boolean completed = false;
    try {
      callback.run();
      completed = true;
    } finally {
      shut();
      List<Runnable> noted = effects;
      effects = new ArrayList<>(0);
      if (completed) {
        noted.forEach(Runnable::run);
      }
    }
  }

  /** Notes what is to be done. */
  final void note(Runnable effect) {
    checkOpen();
    effects.add(effect);
  }

  @Override
  public void send(int peer, M message) {
    checkOpen();
    requireOther(peer);
    note(() -> membership.send(peer, message));
  }

  @Override
  public final void schedule(int timer, long delayMicros) {
    checkOpen();
    long deadline = deadlineMicros(timer, delayMicros);
    note(() -> membership.timers().set(2 * timer + firstTimer, deadline));
  }

  @Override
  public final void cancel(int timer) {
    note(() -> membership.timers().clear(2 * timer + firstTimer));
  }
}
