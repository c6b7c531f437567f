package org.hearsay.chaos.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.check.Needed;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.fault.Span;

/** Draws what breaks, for a cluster of a given size and within a given time. */
final class FaultDrawing {
  private static final int MOST = 5;
  private static final int SHORTEST_MILLIS = 10;
  private static final long MICROS_PER_MILLI = 1_000;

  private final SeededRandom random;
  private final int nodeCount;
  private final int limitMillis;
  private final List<Supplier<Fault>> kinds;

  FaultDrawing(SeededRandom random, int nodeCount, int limitMillis) {
    this.random = random;
    this.nodeCount = nodeCount;
    this.limitMillis = limitMillis;
    this.kinds =
        List.of(
            this::cut,
            () -> new Fault.Split(anyOf(Partition.Kind.values()), span()),
            () -> new Fault.SplitInGroups(2 + random.nextInt(3), span()),
            this::flap,
            () -> new Fault.Crash(node(), span()),
            () -> new Fault.CrashKeeping(node(), span()),
            () -> new Fault.Pause(node(), span()),
            () -> new Fault.Slow(node(), micros(1, 30), span()),
            () -> new Fault.Skew(node(), micros(-2_000, 2_000), span()),
            () -> new Fault.Drift(node(), (5 + random.nextInt(15)) / 10.0, span()),
            this::churn,
            () -> new Fault.Leave(node(), span()),
            () -> new Fault.Outage(share(), span()),
            () -> new Fault.Restless(share(), micros(100, limitMillis), span()),
            () ->
                new Fault.Hang(
                    1 + random.nextInt(nodeCount), micros(10, 3_000), micros(10, 1_000), span()));
  }

  /**
   * Draws faults.
   *
   * @param bearable what the strategy bears; any fault that needs more is left out
   */
  List<Fault> draw(Set<Trait> bearable) {
    List<Fault> faults = new ArrayList<>();
    int wanted = random.nextInt(MOST + 1);
    for (int i = 0; i < wanted; i++) {
      Fault fault = kinds.get(random.nextInt(kinds.size())).get();
      if (bearable.containsAll(Needed.by(fault))) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private int node() {
    return random.nextInt(nodeCount);
  }

  private double share() {
    return (1 + random.nextInt(10)) / 10.0;
  }

  private <T> T anyOf(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private long micros(int leastMillis, int mostMillis) {
    return (leastMillis + random.nextInt(mostMillis - leastMillis + 1)) * MICROS_PER_MILLI;
  }

  private Span span() {
    return new Span(micros(0, limitMillis), micros(SHORTEST_MILLIS, limitMillis));
  }

  private Fault cut() {
    int[] order = random.permutation(nodeCount);
    int unheard = 1 + random.nextInt(nodeCount - 1);
    int deaf = 1 + random.nextInt(nodeCount - unheard);
    return new Fault.OneWayCut(
        IntStream.range(0, unheard).map(i -> order[i]).boxed().toList(),
        IntStream.range(unheard, unheard + deaf).map(i -> order[i]).boxed().toList(),
        span());
  }

  private Fault flap() {
    int first = node();
    int second = (first + 1 + random.nextInt(nodeCount - 1)) % nodeCount;
    return new Fault.Flap(first, second, micros(2, 1_000), span());
  }

  private Fault churn() {
    return new Fault.Churn(1 + random.nextInt(10), 1 + random.nextInt(nodeCount), span());
  }
}
