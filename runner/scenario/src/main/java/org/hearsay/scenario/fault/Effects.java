package org.hearsay.scenario.fault;

import java.util.BitSet;
import java.util.List;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.time.Schedule;

/**
 * Makes the effects of faults.
 *
 * @param random a stream of the one fault's own
 * @param casualties hears what it costs
 */
record Effects(Schedule schedule, Breakable cluster, SeededRandom random, Casualties casualties) {

  /** What a fault does. */
  Effect of(Fault fault) {
    if (fault instanceof Fault.OneWayCut cut) {
      return Effect.of(oneWay(cut), cluster);
    } else if (fault instanceof Fault.Split split) {
      return Effect.of(Partition.of(split.kind(), cluster.size(), random), cluster);
    } else if (fault instanceof Fault.SplitInGroups split) {
      return Effect.of(inGroups(split.groups()), cluster);
    } else if (fault instanceof Fault.Flap flap) {
      return new Flapping(schedule, cluster, flap);
    } else if (fault instanceof Fault.Churn churn) {
      return new Churning(schedule, cluster, churn, random, casualties);
    } else if (fault instanceof Fault.Outage outage) {
      return ofOutage(outage);
    } else if (fault instanceof Fault.Restless restless) {
      return new Restlessness(schedule, cluster, restless, random, casualties);
    } else if (fault instanceof Fault.Hang hang) {
      return new Hanging(schedule, cluster, hang, random);
    }
    return ofOneNode(fault);
  }

  private Effect ofOutage(Fault.Outage outage) {
    List<Integer> nodes = RandomNodes.share(outage.share(), cluster.size(), random);
    return Effect.of(
        () -> {
          nodes.forEach(outage.isForGood() ? casualties::departs : casualties::losesState);
          cluster.kill(nodes);
        },
        () -> nodes.forEach(this::bringBack));
  }

  private Effect ofOneNode(Fault fault) {
    if (fault instanceof Fault.Crash crash) {
      return Effect.of(() -> kill(crash.node()), () -> bringBack(crash.node()));
    } else if (fault instanceof Fault.Leave leave) {
      return Effect.of(
          () -> {
            casualties.losesState(leave.node());
            cluster.leave(leave.node());
          },
          () -> bringBack(leave.node()));
    } else if (fault instanceof Fault.CrashKeeping crash) {
      return Effect.of(() -> cluster.crash(crash.node()), () -> cluster.recover(crash.node()));
    } else if (fault instanceof Fault.Pause pause) {
      return Effect.of(() -> cluster.pause(pause.node()), () -> cluster.resume(pause.node()));
    } else if (fault instanceof Fault.Slow slow) {
      return Effect.of(
          () -> cluster.slow(slow.node(), slow.extraMicros()), () -> cluster.slow(slow.node(), 0));
    } else if (fault instanceof Fault.Skew skew) {
      return Effect.of(
          () -> cluster.skew(skew.node(), skew.aheadMicros()),
          () -> cluster.skew(skew.node(), -skew.aheadMicros()));
    } else if (fault instanceof Fault.Drift drift) {
      return Effect.of(
          () -> cluster.drift(drift.node(), drift.rate()), () -> cluster.drift(drift.node(), 1));
    }
    throw new IllegalStateException("Nobody knows what to do about " + fault);
  }

  private void kill(int node) {
    casualties.losesState(node);
    cluster.kill(node);
  }

  private void bringBack(int node) {
    casualties.bringBack(cluster, node);
  }

  private static Cut oneWay(Fault.OneWayCut fault) {
    BitSet unheard = set(fault.from());
    BitSet deaf = set(fault.to());
    return new Cut() {
      @Override
      public boolean cuts(int from, int to) {
        return unheard.get(from) && deaf.get(to);
      }

      @Override
      public String toString() {
        return FaultText.of(fault);
      }
    };
  }

  private static BitSet set(List<Integer> nodes) {
    BitSet set = new BitSet();
    nodes.forEach(set::set);
    return set;
  }

  private Cut inGroups(int count) {
    Groups groups = Groups.equal(random.permutation(cluster.size()), count);
    return new Cut() {
      @Override
      public boolean cuts(int from, int to) {
        return groups.cuts(from, to);
      }

      @Override
      public String toString() {
        return "partition in " + count + " groups";
      }
    };
  }
}
