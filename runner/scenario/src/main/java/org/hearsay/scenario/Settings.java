package org.hearsay.scenario;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.workload.PlannedBroadcast;

/**
 * Everything that decides a run besides the strategy.
 *
 * @param cluster who is there
 * @param load what the clients do
 * @param network what happens to messages
 * @param faults what breaks
 * @param seed decides every random choice
 */
public record Settings(Shape cluster, Load load, Network network, Faults faults, long seed) {

  /**
   * Who is there.
   *
   * @param nodeCount how many nodes, from 1 to {@value #MOST_NODES}
   * @param topology who is linked to whom
   * @param formation how the cluster comes to be
   */
  public record Shape(int nodeCount, Topology topology, Formation formation) {
    /** The most nodes there may be. */
    public static final int MOST_NODES = 1 << 24;

    /** Nodes that all start at once. */
    public Shape(int nodeCount, Topology topology) {
      this(nodeCount, topology, Formation.AT_ONCE);
    }

    /** Checks the count. */
    public Shape {
      if (nodeCount < 1) {
        throw new IllegalArgumentException("A cluster needs at least one node");
      }
      if (nodeCount > MOST_NODES) {
        throw new IllegalArgumentException("A cluster has at most " + MOST_NODES + " nodes");
      }
    }
  }

  /**
   * How a cluster comes to be, before clients and faults begin.
   *
   * @param joinInterval the time from the start of a node to that of the next one
   * @param settle the time from the start of the last one to the first operation
   */
  public record Formation(Duration joinInterval, Duration settle) {
    /** All nodes start at once, and clients begin. */
    public static final Formation AT_ONCE = new Formation(Duration.ZERO, Duration.ZERO);

    /** Checks the times. */
    public Formation {
      if (joinInterval.isNegative() || settle.isNegative()) {
        throw new IllegalArgumentException("A cluster cannot form in less than no time");
      }
    }

    /** How long it takes until the last of so many nodes has started, in microseconds. */
    public long joinMicros(int nodeCount) {
      return (nodeCount - 1) * TimeUnit.MICROSECONDS.convert(joinInterval);
    }

    /** How long it takes in all. */
    public long micros(int nodeCount) {
      return joinMicros(nodeCount) + TimeUnit.MICROSECONDS.convert(settle);
    }
  }

  /**
   * What the clients do.
   *
   * @param workload which operations
   * @param ratePerSecond operations per second over all clients, above 0 and at most 100,000
   * @param limit how long they go on
   * @param quiet how long they wait before the end, at most
   * @param plan for broadcasts alone: what is broadcast where and when, in order of time and within
   *     the limit; drawn from the seed if it is empty
   */
  public record Load(
      Workload workload,
      double ratePerSecond,
      Duration limit,
      Duration quiet,
      List<PlannedBroadcast> plan) {

    /** A kind of workload. */
    public enum Workload {
      /** Maelstrom's broadcast workload: broadcasts and reads, and a final read of every node. */
      MAELSTROM,
      /**
       * Broadcasts alone: at equal intervals, each at a random node, or as planned. The run of a
       * strategy that promises to fall silent goes on to the end of the quiet time, so that its
       * whole cost counts; any other ends when every rumor is everywhere and nothing is going to
       * break any more.
       */
      BROADCASTS
    }

    /** Maelstrom's workload. */
    public Load(double ratePerSecond, Duration limit, Duration quiet) {
      this(Workload.MAELSTROM, ratePerSecond, limit, quiet);
    }

    /** A workload without a plan. */
    public Load(Workload workload, double ratePerSecond, Duration limit, Duration quiet) {
      this(workload, ratePerSecond, limit, quiet, List.of());
    }

    /** Checks rate and plan. */
    public Load {
      plan = List.copyOf(plan);
      requireInOrder(plan, limit);
      if (workload != Workload.BROADCASTS && !plan.isEmpty()) {
        throw new IllegalArgumentException("Planned broadcasts need the workload of broadcasts");
      }
      if (!(ratePerSecond > 0 && ratePerSecond <= 100_000)) {
        throw new IllegalArgumentException(
            "A rate must be above 0 and at most 100000 operations a second, not " + ratePerSecond);
      }
    }

    private static void requireInOrder(List<PlannedBroadcast> plan, Duration limit) {
      long earliestMicros = 0;
      for (PlannedBroadcast broadcast : plan) {
        if (broadcast.micros() < earliestMicros
            || broadcast.micros() > TimeUnit.MICROSECONDS.convert(limit)) {
          throw new IllegalArgumentException(
              "Broadcasts must be in order of time and within the time limit: "
                  + PlannedBroadcast.text(List.of(broadcast)));
        }
        earliestMicros = broadcast.micros();
      }
    }
  }

  /**
   * What happens to messages between nodes.
   *
   * @param model how a node takes messages in
   * @param conditions what happens to them on their way
   */
  public record Network(Model model, Conditions conditions) {

    /** How a node takes messages in. */
    public enum Model {
      /** Each message when it is due. */
      IDEAL,
      /**
       * As Maelstrom does: one reader a node takes the message that is due first among those
       * waiting and sleeps until it is due, and whatever comes meanwhile, a client's request
       * included, waits behind it. A partition drops a message when the reader takes it.
       */
      MAELSTROM
    }

    /** Latency, and a probability from 0 to 1 that a message is lost. */
    public Network(Model model, Latency latency, double loss) {
      this(model, Conditions.of(latency, loss));
    }

    /** How long messages are under way. */
    public Latency latency() {
      return conditions.latency();
    }

    /** The probability that one is lost, each on its own. */
    public double loss() {
      return conditions.loss();
    }

    /** The same under other conditions. */
    public Network with(Conditions other) {
      return new Network(model, other);
    }
  }

  /**
   * What breaks.
   *
   * @param nemesis the kind of fault
   * @param interval the mean time from a fault to its end and from there to the next, 1 ms or more
   * @param plan what breaks besides, each thing at its own time
   */
  public record Faults(Nemesis nemesis, Duration interval, List<Fault> plan) {

    /** Nothing but a nemesis. */
    public Faults(Nemesis nemesis, Duration interval) {
      this(nemesis, interval, List.of());
    }

    /** Checks the interval. */
    public Faults {
      plan = List.copyOf(plan);
      if (interval.compareTo(Duration.ofMillis(1)) < 0) {
        throw new IllegalArgumentException(
            "A nemesis needs an interval of 0.001 s or more, not " + interval.toNanos() / 1e9);
      }
    }

    /** Whether there are none. */
    public boolean breakNothing() {
      return nemesis == Nemesis.NONE && plan.isEmpty();
    }

    /**
     * A kind of fault. The first one comes with the first operation; what is broken when the last
     * one has ended is mended then.
     */
    public enum Nemesis {
      /** Nothing breaks. */
      NONE,
      /** Nodes cannot hear each other, see {@link org.hearsay.scenario.fault.Partition}. */
      PARTITION,
      /** A random node dies, loses its state and comes back under a new incarnation. */
      KILL,
      /** A random node stands still, with its timers and whatever it is sent, and goes on later. */
      PAUSE
    }
  }

  /** Maelstrom's broadcast test as the Gossip Glomers challenges run it, without faults. */
  public static Settings challenge(long seed) {
    return new Settings(
        new Shape(25, Topology.GRID),
        new Load(100, Duration.ofSeconds(20), Duration.ofSeconds(10)),
        new Network(
            Network.Model.MAELSTROM, new Latency.Maelstrom(Latency.Distribution.CONSTANT, 100), 0),
        new Faults(Faults.Nemesis.NONE, Duration.ofSeconds(10)),
        seed);
  }

  /** Checks that whatever is named is there. */
  public Settings {
    for (PlannedBroadcast broadcast : load.plan()) {
      requireNode(broadcast.node(), cluster, PlannedBroadcast.text(List.of(broadcast)));
    }
    for (Fault fault : faults.plan()) {
      fault.nodes().forEach(node -> requireNode(node, cluster, FaultText.of(fault)));
    }
  }

  private static void requireNode(int node, Shape cluster, String what) {
    if (node < 0 || node >= cluster.nodeCount()) {
      throw new IllegalArgumentException(
          "There is no n" + node + " in a cluster of " + cluster.nodeCount() + ": " + what);
    }
  }

  /** The same with another cluster. */
  public Settings with(Shape other) {
    return new Settings(other, load, network, faults, seed);
  }

  /** The same with other clients. */
  public Settings with(Load other) {
    return new Settings(cluster, other, network, faults, seed);
  }

  /** The same with another network. */
  public Settings with(Network other) {
    return new Settings(cluster, load, other, faults, seed);
  }

  /** The same under other conditions. */
  public Settings with(Conditions other) {
    return with(network.with(other));
  }

  /** The same with other faults. */
  public Settings with(Faults other) {
    return new Settings(cluster, load, network, other, seed);
  }

  /** The same with another seed. */
  public Settings withSeed(long other) {
    return new Settings(cluster, load, network, faults, other);
  }

  /** The same with another loss. */
  public Settings withLoss(double loss) {
    return with(network.conditions().withLoss(loss));
  }

  /** The same with other faults at their own times. */
  public Settings with(List<Fault> plan) {
    return with(new Faults(faults.nemesis(), faults.interval(), plan));
  }

  /** The same with another kind of fault. */
  public Settings with(Faults.Nemesis nemesis) {
    return with(new Faults(nemesis, faults.interval(), faults.plan()));
  }
}
