package org.hearsay.node.callback;

import java.util.random.RandomGenerator;
import org.hearsay.api.Context;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;

/**
 * What a part of a node is handed: open during one callback, and of no use afterwards.
 *
 * @param <M> the messages of that part
 */
public abstract class OpenContext<M extends Message> implements Context<M> {
  private final int id;
  private final Peers others;
  private final RandomGenerator random;
  private boolean open;
  private long nowMicros;

  /**
   * A context that is closed.
   *
   * @param id the node's number
   * @param others every other node of the cluster
   * @param random that part's stream of randomness
   */
  protected OpenContext(int id, Peers others, RandomGenerator random) {
    this.id = id;
    this.others = others;
    this.random = random;
  }

  /** Begins a callback. */
  protected final void open(long now) {
    open = true;
    nowMicros = now;
  }

  /** Ends a callback. */
  protected final void shut() {
    open = false;
  }

  /**
   * Checks that there is a callback.
   *
   * @throws IllegalStateException if there is none
   */
  protected final void checkOpen() {
    if (!open) {
      throw new IllegalStateException("A Node is valid only during the callback it was passed to");
    }
  }

  /**
   * Checks a message's receiver.
   *
   * @throws IllegalArgumentException if there is no such node
   */
  protected final void requireOther(int peer) {
    if (!others.contains(peer)) {
      throw new IllegalArgumentException("Node " + id + " cannot send to " + peer + ": no member");
    }
  }

  /** Every other node of the cluster. */
  protected final Peers allOthers() {
    return others;
  }

  /**
   * The deadline of a timer set now.
   *
   * @throws IllegalArgumentException if the timer or its delay is negative
   */
  protected final long deadlineMicros(int timer, long delayMicros) {
    return Timers.deadlineMicros(nowMicros, timer, delayMicros);
  }

  @Override
  public final int id() {
    checkOpen();
    return id;
  }

  @Override
  public final long nowMicros() {
    checkOpen();
    return nowMicros;
  }

  @Override
  public final RandomGenerator random() {
    checkOpen();
    return random;
  }
}
