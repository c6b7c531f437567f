package org.hearsay.simulation;

import org.hearsay.scenario.time.Schedule;
import org.hearsay.simulation.time.Slots;
import org.hearsay.simulation.time.TimeWheel;

/** What happens in a simulation, in order: envelopes arrive, nodes wake up, and all else. */
final class EventLoop implements Schedule {

  /** Hears of arrivals. */
  interface Arrivals {

    /** The envelope in a slot is there. */
    void arrive(int node, int slot);
  }

  /** Hears of alarms. */
  interface Wakers {

    /** A node's alarm of that number goes off. */
    void wake(int node, int number);
  }

  private static final int NODE_BITS = 24;
  private static final int NUMBER_BITS = 30;

  /** The most nodes there may be. */
  static final int MOST_NODES = 1 << NODE_BITS;

  /** The largest slot, and the largest number of an alarm. */
  static final int MOST_NUMBER = (1 << NUMBER_BITS) - 1;

  private static final long ARRIVAL = 0;
  private static final long ALARM = 1L << (NODE_BITS + NUMBER_BITS);
  private static final long ACTION = 2 * ALARM;

  private final TimeWheel wheel = new TimeWheel();
  private final Slots<Runnable> actions = new Slots<>();

  @Override
  public long nowMicros() {
    return wheel.nowMicros();
  }

  @Override
  public void at(long micros, Runnable action) {
    wheel.add(micros, event(ACTION, actions.put(action), 0));
  }

  /** Schedules the arrival of the envelope in a slot. */
  void arriveAt(long micros, int node, int slot) {
    wheel.add(micros, event(ARRIVAL, slot, node));
  }

  /** Schedules a node's alarm of that number. */
  void wakeAt(long micros, int node, int number) {
    wheel.add(micros, event(ALARM, number, node));
  }

  private static long event(long kind, int number, int node) {
    return kind | (long) number << NODE_BITS | node;
  }

  /** Moves time on to what happens next and does it; whether there was anything. */
  boolean step(Arrivals arrivals, Wakers wakers) {
    if (!wheel.advance()) {
      return false;
    }
    long event = wheel.event();
    int node = (int) event & (MOST_NODES - 1);
    int number = (int) (event >>> NODE_BITS) & MOST_NUMBER;
    if (event < ALARM) {
      arrivals.arrive(node, number);
    } else if (event < ACTION) {
      wakers.wake(node, number);
    } else {
      actions.take(number).run();
    }
    return true;
  }
}
