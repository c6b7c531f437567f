package org.hearsay.simulation;

import org.hearsay.scenario.time.Schedule;
import org.hearsay.simulation.time.Slots;
import org.hearsay.simulation.time.TimeWheel;
import org.jspecify.annotations.Nullable;

/** What happens in a simulation, in order: envelopes arrive, nodes wake up, and all else. */
final class EventLoop implements Schedule {

  /** Hears of arrivals. */
  interface Arrivals {

    /** The envelope of that number is there. */
    void arrive(int node, long number);
  }

  /** Hears of alarms. */
  interface Wakers {

    /** A node's alarm of that number goes off. */
    void wake(int node, int number);
  }

  /**
   * Reads what the next arrivals will need. Memory answers many questions in little more time than
   * one if none waits for another's answer, as those of events done one after the other do.
   */
  interface Readahead {
    /** How many arrivals are read ahead at a time, at most. */
    int MOST = 64;

    /** Envelopes of these numbers will arrive at these nodes. */
    void read(int[] nodes, long[] numbers, int count);
  }

  private static final int EVENTS_AT_A_TIME = 1 << 16;

  /** An event is its kind, a number and a node. */
  private static final int NUMBER_AND_NODE_BITS = 52;

  /** The largest number of an alarm or an action; those of arrivals may be larger. */
  static final int MOST_NUMBER = (1 << 28) - 1;

  private static final long ARRIVAL = 0;
  private static final long ALARM = 1L << NUMBER_AND_NODE_BITS;
  private static final long ACTION = 2 * ALARM;

  private final TimeWheel wheel = new TimeWheel();
  private final Slots<Runnable> actions = new Slots<>(MOST_NUMBER);
  private final int[] upcomingNodes = new int[Readahead.MOST];
  private final long[] upcomingNumbers = new long[Readahead.MOST];
  private final int nodeBits;
  private final int nodeMask;
  private final long numberMask;
  private @Nullable Readahead readahead;
  private long events;
  private boolean stopped;

  EventLoop(int nodeCount) {
    nodeBits = Integer.SIZE - Integer.numberOfLeadingZeros(nodeCount - 1);
    nodeMask = (1 << nodeBits) - 1;
    numberMask = (1L << numberBits()) - 1;
  }

  /** How many bits a node takes. */
  int nodeBits() {
    return nodeBits;
  }

  /** How many bits the number of an arrival may have: those that nodes leave, 28 or more. */
  int numberBits() {
    return NUMBER_AND_NODE_BITS - nodeBits;
  }

  @Override
  public long nowMicros() {
    return wheel.nowMicros();
  }

  @Override
  public void at(long micros, Runnable action) {
    wheel.add(micros, event(ACTION, actions.put(action), 0));
  }

  /** Schedules the arrival of the envelope of a number. */
  void arriveAt(long micros, int node, long number) {
    wheel.add(micros, event(ARRIVAL, number, node));
  }

  /** Schedules a node's alarm of that number. */
  void wakeAt(long micros, int node, int number) {
    wheel.add(micros, event(ALARM, number, node));
  }

  private long event(long kind, long number, int node) {
    return kind | number << nodeBits | node;
  }

  /** Lets somebody read ahead from now on. */
  void readAhead(Readahead reader) {
    readahead = reader;
  }

  /** Ends {@link #run} after what happens now. */
  void stop() {
    stopped = true;
  }

  /**
   * Does what happens next, in order, until enough is done, nothing is left to do, or {@link #stop}
   * was called; whether there is more to do.
   */
  boolean run(Arrivals arrivals, Wakers wakers) {
    int read = 0;
    for (int done = 0; done < EVENTS_AT_A_TIME && !stopped; done++) {
      if (readahead != null && read-- == 0) {
        read = readUpcoming(readahead);
      }
      if (!wheel.advance()) {
        return false;
      }
      handle(wheel.event(), arrivals, wakers);
      events++;
    }
    return !stopped;
  }

  /** How much has happened. */
  long events() {
    return events;
  }

  private int readUpcoming(Readahead reader) {
    int count = Math.min(wheel.upcoming(), Readahead.MOST);
    int arriving = 0;
    for (int i = 0; i < count; i++) {
      long event = wheel.upcoming(i);
      if (event < ALARM) {
        upcomingNodes[arriving] = node(event);
        upcomingNumbers[arriving++] = number(event);
      }
    }
    reader.read(upcomingNodes, upcomingNumbers, arriving);
    return Math.max(1, count);
  }

  private int node(long event) {
    return (int) event & nodeMask;
  }

  private long number(long event) {
    return event >>> nodeBits & numberMask;
  }

  private void handle(long event, Arrivals arrivals, Wakers wakers) {
    int node = node(event);
    long number = number(event);
    if (event < ALARM) {
      arrivals.arrive(node, number);
    } else if (event < ACTION) {
      wakers.wake(node, (int) number);
    } else {
      actions.take((int) number).run();
    }
  }
}
