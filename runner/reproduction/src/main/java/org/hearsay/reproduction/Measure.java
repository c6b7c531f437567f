package org.hearsay.reproduction;

import org.HdrHistogram.HistogramIterationValue;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Spread;
import org.jspecify.annotations.Nullable;

/** What can be measured of a run, in the field's terms. */
public enum Measure {
  /** The share of nodes never reached. */
  RESIDUE("residue s"),
  /** Copies of the rumor sent, a node. */
  TRAFFIC("traffic m"),
  /** Cycles until a node that was reached had the rumor, the origin included: the mean. */
  T_AVE("t_ave"),
  /** Cycles until the last node that was reached had it. */
  T_LAST("t_last"),
  /** The share of nodes reached, in percent. */
  REACH("reach %"),
  /** Whether all nodes were reached: over runs, its probability. */
  ATOMIC("P(atomic)"),
  /** Nodes that have the rumor after so many cycles, as the row says under "hop". */
  HOLDERS("holders"),
  /** Hops to the last delivery. */
  LDH("last hop LDH"),
  /** Copies of the rumor sent. */
  SENDS("sends"),
  /** Those that came to a node that had it. */
  DUPLICATES("duplicates"),
  /** Messages between nodes over client operations. */
  MSGS_PER_OP("msgs-per-op"),
  /** Maelstrom's stable latency, median. */
  STABLE_P50("stable p50"),
  /** The same, 95 %. */
  STABLE_P95("stable p95"),
  /** The same, 99 %. */
  STABLE_P99("stable p99"),
  /** The same, maximum. */
  STABLE_MAX("stable max");

  private static final String HOP = "hop";

  private final String text;

  Measure(String text) {
    this.text = text;
  }

  /** What tables call it. */
  public String text() {
    return text;
  }

  /** Whether it is 1 or 0 in each run. */
  boolean isShare() {
    return this == ATOMIC;
  }

  /** The word that a row must say for it, or null. */
  @Nullable String word() {
    return this == HOLDERS ? HOP : null;
  }

  double of(Outcome run, RowRuns plan) {
    return switch (this) {
      case RESIDUE -> 1 - (double) reached(run) / run.spread().nodeCount();
      case TRAFFIC -> (double) run.traffic().payloads() / run.spread().nodeCount();
      case T_AVE -> cycles(run, plan) / reached(run);
      case T_LAST -> lastCycle(run, plan);
      case REACH -> 100.0 * reached(run) / run.spread().nodeCount();
      case ATOMIC -> reached(run) == run.spread().nodeCount() ? 1 : 0;
      case HOLDERS -> holders(run, plan);
      case LDH -> run.spread().meanLastHop();
      case SENDS -> run.traffic().payloads();
      case DUPLICATES -> run.traffic().payloads() - run.spread().deliveries();
      case MSGS_PER_OP -> run.messagesPerOperation();
      case STABLE_P50 -> stable(run, 0.5);
      case STABLE_P95 -> stable(run, 0.95);
      case STABLE_P99 -> stable(run, 0.99);
      case STABLE_MAX -> stable(run, 1);
    };
  }

  private static long reached(Outcome run) {
    return run.spread().deliveries() + run.spread().rumors();
  }

  private static double holders(Outcome run, RowRuns plan) {
    double hop = plan.number(HOP);
    double holders = run.spread().rumors();
    for (HistogramIterationValue each : run.spread().latencyMicros().recordedValues()) {
      if (plan.cycle(each.getValueIteratedTo()) <= hop) {
        holders += each.getCountAtValueIteratedTo();
      }
    }
    return holders;
  }

  /** The cycles of all deliveries together. */
  private static double cycles(Outcome run, RowRuns plan) {
    double cycles = 0;
    for (HistogramIterationValue each : run.spread().latencyMicros().recordedValues()) {
      cycles += (double) plan.cycle(each.getValueIteratedTo()) * each.getCountAtValueIteratedTo();
    }
    return cycles;
  }

  private static long lastCycle(Outcome run, RowRuns plan) {
    Spread spread = run.spread();
    return spread.deliveries() == 0 ? 0 : plan.cycle(spread.latencyMicros().getMaxValue());
  }

  private static double stable(Outcome run, double fraction) {
    return run.maelstrom().workload().stableLatencyMillis(fraction);
  }
}
