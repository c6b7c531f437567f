package org.hearsay.node.flow;

/**
 * How late a node is, by how long what it gets round to has waited. Any node has something wait now
 * and then; one is late if for {@link #INTERVAL_MICROS} nothing waited less than {@link
 * #TARGET_MICROS}, so that its queue stands (as CoDel judges, Nichols and Jacobson 2012).
 */
final class Lag {
  static final long TARGET_MICROS = 20_000;
  static final long INTERVAL_MICROS = 50_000;

  /**
   * One thing that takes longer is a pause of the process, and not a matter of how much it does.
   */
  static final long PAUSE_MICROS = 100_000;

  private static final long AT_ONCE_MICROS = 1_000;

  private long intervalStartMicros = Long.MIN_VALUE / 2;
  private long leastMicros;
  private long lagMicros;
  private long lastWaitedMicros;
  private long lastMicros = Long.MIN_VALUE / 2;

  /** When it was done with the last thing that alone took longer than it should wait. */
  private long heldUpMicros = Long.MIN_VALUE / 2;

  /** When it last got round to something at once. */
  private long idleMicros = Long.MIN_VALUE / 2;

  /** Something that is done now has waited so long. */
  void waited(long waitedMicros, long nowMicros) {
    // What waits now began to wait then; a node that takes long for one thing was not idle.
    boolean silent = nowMicros - waitedMicros - lastMicros > INTERVAL_MICROS;
    if (Math.min(waitedMicros, nowMicros - lastMicros) >= PAUSE_MICROS) {
      heldUpMicros = nowMicros;
    }
    if (waitedMicros < AT_ONCE_MICROS) {
      idleMicros = nowMicros;
    }
    lastMicros = nowMicros;
    lastWaitedMicros = waitedMicros;
    if (waitedMicros < TARGET_MICROS || silent) {
      lagMicros = Math.min(waitedMicros, TARGET_MICROS - 1);
      begin(waitedMicros, nowMicros);
      return;
    }
    leastMicros = Math.min(leastMicros, waitedMicros);
    if (nowMicros - intervalStartMicros >= INTERVAL_MICROS) {
      lagMicros = leastMicros;
      begin(waitedMicros, nowMicros);
    }
  }

  private void begin(long waitedMicros, long nowMicros) {
    intervalStartMicros = nowMicros;
    leastMicros = waitedMicros;
  }

  /** How late it is; 0 if it had nothing to do for a while. */
  long micros(long nowMicros) {
    return nowMicros - lastMicros > INTERVAL_MICROS ? 0 : lagMicros;
  }

  /**
   * Whether what is being done has itself waited too long, and for more than one thing: a pause of
   * the process is no queue.
   */
  boolean isLate() {
    return lastWaitedMicros >= TARGET_MICROS && lastMicros - lastWaitedMicros > heldUpMicros;
  }

  /** Whether it was without a queue a moment ago: several things that come at once are no flood. */
  boolean wasIdle() {
    return lastMicros - idleMicros <= INTERVAL_MICROS;
  }

  /** Whether its queue stands. */
  boolean stands(long nowMicros) {
    return micros(nowMicros) >= TARGET_MICROS;
  }
}
