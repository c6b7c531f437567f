package org.hearsay.scenario.fault;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that breaks at one time and is mended at another, as data; see {@link FaultText}. What
 * overlaps with a fault of the same kind at the same node is mended with the first of them that
 * ends.
 */
public sealed interface Fault {

  /** When it lasts. */
  Span span();

  /** The same at another time. */
  Fault during(Span other);

  /**
   * The nodes it names, all of which must be there.
   *
   * @return their numbers, none if it falls on random nodes
   */
  default List<Integer> nodes() {
    return List.of();
  }

  /**
   * Some nodes cannot be heard by others, which they go on hearing.
   *
   * @param from who is not heard
   * @param to who does not hear them
   */
  record OneWayCut(List<Integer> from, List<Integer> to, Span span) implements Fault {
    /** Keeps copies. */
    public OneWayCut {
      from = List.copyOf(from);
      to = List.copyOf(to);
      if (from.isEmpty() || to.isEmpty()) {
        throw new IllegalArgumentException("A cut needs nodes on both sides");
      }
      if (!Collections.disjoint(from, to)) {
        throw new IllegalArgumentException("A node on both sides of a cut goes on hearing itself");
      }
    }

    @Override
    public List<Integer> nodes() {
      return Stream.concat(from.stream(), to.stream()).toList();
    }

    @Override
    public OneWayCut during(Span other) {
      return new OneWayCut(from, to, other);
    }
  }

  /**
   * Random nodes are cut off from the others as Maelstrom's nemesis does it.
   *
   * @param kind how they are split
   */
  record Split(Partition.Kind kind, Span span) implements Fault {
    @Override
    public Split during(Span other) {
      return new Split(kind, other);
    }
  }

  /**
   * The nodes fall into groups of equal size, at random, which do not hear each other.
   *
   * @param groups how many, 2 or more
   */
  record SplitInGroups(int groups, Span span) implements Fault {
    /** Checks the number. */
    public SplitInGroups {
      if (groups < 2) {
        throw new IllegalArgumentException("A split needs two groups or more, not " + groups);
      }
    }

    @Override
    public SplitInGroups during(Span other) {
      return new SplitInGroups(groups, other);
    }
  }

  /**
   * A link carries nothing either way for half a period, all for the other half, and so on.
   *
   * @param first one of the nodes it links
   * @param second the other one
   * @param periodMicros from one failure to the next, 2 or more
   */
  record Flap(int first, int second, long periodMicros, Span span) implements Fault {
    /** Checks nodes and period. */
    public Flap {
      if (first == second) {
        throw new IllegalArgumentException("A link needs two nodes");
      }
      if (periodMicros < 2) {
        throw new IllegalArgumentException("A link cannot flap faster than every 2us");
      }
    }

    @Override
    public List<Integer> nodes() {
      return List.of(first, second);
    }

    @Override
    public Flap during(Span other) {
      return new Flap(first, second, periodMicros, other);
    }
  }

  /** A node dies and comes back without its state, under a new incarnation. */
  record Crash(int node, Span span) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Crash during(Span other) {
      return new Crash(node, other);
    }
  }

  /** A node goes down and comes back with its state: what it is sent meanwhile is lost. */
  record CrashKeeping(int node, Span span) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public CrashKeeping during(Span other) {
      return new CrashKeeping(node, other);
    }
  }

  /** A node stands still: what it is sent meanwhile waits, and so do its timers. */
  record Pause(int node, Span span) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Pause during(Span other) {
      return new Pause(node, other);
    }
  }

  /**
   * A node takes its time for each reaction, and does one after the other.
   *
   * @param extraMicros how much longer than usual it takes
   */
  record Slow(int node, long extraMicros, Span span) implements Fault {
    /** Checks the time. */
    public Slow {
      if (extraMicros < 1) {
        throw new IllegalArgumentException("A slow node must take longer than usual");
      }
    }

    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Slow during(Span other) {
      return new Slow(node, extraMicros, other);
    }
  }

  /**
   * A node's clock jumps ahead, or back when this ends or is negative. No node sees time go back:
   * until it is made up for, time stands still there.
   *
   * @param aheadMicros how far, negative for back
   */
  record Skew(int node, long aheadMicros, Span span) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Skew during(Span other) {
      return new Skew(node, aheadMicros, other);
    }
  }

  /**
   * A node's clock goes faster or slower.
   *
   * @param rate its seconds per second, from 0.01 to 100
   */
  record Drift(int node, double rate, Span span) implements Fault {
    private static final double MOST = 100;

    /** Checks the rate. */
    public Drift {
      if (!(rate >= 1 / MOST && rate <= MOST)) {
        throw new IllegalArgumentException("A clock's rate must be from 0.01 to 100, not " + rate);
      }
    }

    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Drift during(Span other) {
      return new Drift(node, rate, other);
    }
  }

  /**
   * Random nodes leave, which is a crash, and random ones of them join again: each a Poisson
   * process.
   *
   * @param ratePerSecond how many leave a second, and how many join if somebody is away
   * @param mostAway how many may be away at once, 1 or more; all but one of the nodes at most
   */
  record Churn(double ratePerSecond, int mostAway, Span span) implements Fault {
    /** As many as there can be. */
    public static final int NO_LIMIT = Integer.MAX_VALUE;

    /** Checks rate and limit. */
    public Churn {
      if (!(ratePerSecond > 0 && ratePerSecond <= 100_000) || mostAway < 1) {
        throw new IllegalArgumentException(
            "Churn needs a rate above 0 and at most 100000 a second, and a limit of 1 or more, not "
                + ratePerSecond
                + " and "
                + mostAway);
      }
    }

    @Override
    public Churn during(Span other) {
      return new Churn(ratePerSecond, mostAway, other);
    }
  }

  /** A node says good-bye and dies; it comes back without its state, under a new incarnation. */
  record Leave(int node, Span span) implements Fault {
    @Override
    public List<Integer> nodes() {
      return List.of(node);
    }

    @Override
    public Leave during(Span other) {
      return new Leave(node, other);
    }
  }

  /**
   * Random nodes die at the same moment, and come back together without their state. If it has no
   * end they do not come back at all, not even when all else is mended.
   *
   * @param share of the nodes, above 0 and at most 1
   */
  record Outage(double share, Span span) implements Fault {
    /** Checks the share. */
    public Outage {
      requireShare(share);
    }

    /** Whether the dead stay dead. */
    public boolean isForGood() {
      return span.durationMicros() == Span.FOREVER;
    }

    @Override
    public Outage during(Span other) {
      return new Outage(share, other);
    }
  }

  /**
   * Random nodes die and come back without their state, again and again, each in its own time.
   *
   * @param share of the nodes, above 0 and at most 1
   * @param periodMicros from one death to the next of the same node, 2 or more; half of it is spent
   *     away
   */
  record Restless(double share, long periodMicros, Span span) implements Fault {
    /** Checks share and period. */
    public Restless {
      requireShare(share);
      if (periodMicros < 2) {
        throw new IllegalArgumentException("No node can come and go faster than every 2us");
      }
    }

    @Override
    public Restless during(Span other) {
      return new Restless(share, periodMicros, other);
    }
  }

  /**
   * Random nodes do not get to the network for some time, and then for some time they do, again and
   * again: what they are sent and what they send waits, while their timers go on (the anomalies of
   * Dadgar, Phillips and Currey 2018, section V).
   *
   * @param count how many nodes, 1 or more
   * @param hungMicros how long they do not
   * @param freeMicros how long they do
   */
  record Hang(int count, long hungMicros, long freeMicros, Span span) implements Fault {
    /** Checks number and times. */
    public Hang {
      if (count < 1 || hungMicros < 1 || freeMicros < 1) {
        throw new IllegalArgumentException(
            "A hang needs one node or more, and times above 0: " + count + " nodes");
      }
    }

    @Override
    public Hang during(Span other) {
      return new Hang(count, hungMicros, freeMicros, other);
    }
  }

  private static void requireShare(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "A share of the nodes is above 0 and at most 1, as in 0.5, not " + share);
    }
  }
}
