package org.hearsay.reproduction;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.HistogramIterationValue;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.cluster.GraphShape;
import org.hearsay.simulation.Detection;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Spread;
import org.hearsay.simulation.nodes.Knowledge;

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
  /** Deliveries to nodes that are there in the end over those there should be, in percent. */
  RELIABILITY("reliability %"),
  /** Relative message redundancy: payloads sent a delivery, less the one that is needed. */
  RMR("RMR"),
  /** Hops to the last delivery. */
  LDH("last hop LDH"),
  /** Copies of the rumor sent. */
  SENDS("sends"),
  /** Those that came to a node that had it. */
  DUPLICATES("duplicates"),
  /** Messages between nodes over client operations. */
  MSGS_PER_OP("msgs-per-op"),
  /** Bytes between nodes over client operations. */
  BYTES_PER_OP("bytes-per-op"),
  /** From a broadcast to a delivery elsewhere, in milliseconds: half of them took no longer. */
  DELIVERY_P50("delivery p50"),
  /** The same, 99 %. */
  DELIVERY_P99("delivery p99"),
  /** The same, the slowest. */
  DELIVERY_MAX("delivery max"),
  /** Broadcasts acknowledged, a second. */
  ACCEPTED("accepted/s"),
  /** The share of broadcasts that were turned down, in percent. */
  REFUSED("refused %"),
  /** Broadcasts that nobody answered in time. */
  UNANSWERED("unanswered"),
  /** From a request to its acknowledgement, in milliseconds: 99 % took no longer. */
  ACCEPTED_P99("accepted p99"),
  /** From the last broadcast that was asked for to the last delivery, in seconds. */
  AGREEMENT("agreement s"),
  /** Messages that wait in the outboxes of a node: the most there were at once. */
  QUEUED("queued"),
  /** How late a node was, in milliseconds: the most. */
  LAG("lag"),
  /** Maelstrom's stable latency, median. */
  STABLE_P50("stable p50"),
  /** The same, 95 %. */
  STABLE_P95("stable p95"),
  /** The same, 99 %. */
  STABLE_P99("stable p99"),
  /** The same, maximum. */
  STABLE_MAX("stable max"),
  /** The overlay at the end: how likely two neighbors of a node are linked. */
  CLUSTERING("clustering"),
  /** The overlay at the end: links on the shortest path from node to node. */
  PATH("average path"),
  /** The overlay at the end: neighbors of a node. */
  DEGREE("degree"),
  /** The overlay at the end: the share of nodes in its largest connected piece, in percent. */
  LARGEST_PIECE("one piece %"),
  /** From a death to its first suspicion, in seconds: the mean. */
  DETECTION("detection s"),
  /**
   * Whole periods from a death until the first probe of the dead that remains without an answer;
   * the row says how long a period is and how long a probe waits, in seconds.
   */
  DETECTION_PERIODS("detection, periods"),
  /** From a death to the first verdict on it, in seconds: the mean. */
  VERDICT("verdict s"),
  /** Deaths that nobody found out. */
  MISSED("deaths missed"),
  /** Verdicts on nodes that are there, and healthy. */
  FALSE_VERDICTS("false verdicts"),
  /** Those of nodes that were healthy themselves. */
  FALSE_AT_HEALTHY("of healthy nodes"),
  /** How often a node knows of a member that is not there. */
  GHOSTS("ghosts"),
  /** How often a node takes a neighbor for dead that is there, or one for alive that is not. */
  WRONG_NEIGHBORS("wrong neighbors"),
  /** Of how many peers a node remembers something: the node that remembers the most. */
  REMEMBERED("remembered"),
  /** Messages of overlay and detector alone, a node and second. */
  CONTROL("control msgs/s");

  private static final String HOP = "hop";
  private static final String PERIOD = "period";
  private static final String WAIT = "wait";

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

  /** The words that a row must say for it. */
  List<String> words() {
    return switch (this) {
      case HOLDERS -> List.of(HOP);
      case DETECTION_PERIODS -> List.of(PERIOD, WAIT);
      default -> List.of();
    };
  }

  /** Whether it is one of what is around a strategy. */
  boolean isOfMembership() {
    return compareTo(CLUSTERING) >= 0;
  }

  double of(Measured measured, RowRuns plan) {
    Outcome run = measured.run();
    return switch (this) {
      case RESIDUE -> 1 - (double) reached(run) / run.spread().nodeCount();
      case TRAFFIC -> (double) run.traffic().payloads() / run.spread().nodeCount();
      case T_AVE -> cycles(run, plan) / reached(run);
      case T_LAST -> lastCycle(run, plan);
      case REACH -> 100.0 * reached(run) / run.spread().nodeCount();
      case ATOMIC -> reached(run) == run.spread().nodeCount() ? 1 : 0;
      case HOLDERS -> holders(run, plan);
      case RELIABILITY -> 100 * ratio(measured.deliveries(), measured.due());
      case RMR -> ratio(measured.payloads(), measured.deliveries()) - 1;
      case LDH -> measured.meanLastHop();
      case SENDS -> run.traffic().payloads();
      case DUPLICATES -> run.traffic().payloads() - run.spread().deliveries();
      case MSGS_PER_OP -> run.messagesPerOperation();
      case BYTES_PER_OP -> run.bytesPerOperation();
      case DELIVERY_P50 -> delivery(run, 50);
      case DELIVERY_P99 -> delivery(run, 99);
      case DELIVERY_MAX -> delivery(run, 100);
      case ACCEPTED -> run.served().accepted() / (double) run.settings().load().limit().toSeconds();
      case REFUSED -> 100 * ratio(run.served().refused(), run.broadcasts());
      case UNANSWERED -> run.served().unanswered();
      case ACCEPTED_P99 -> run.served().acceptedMicros().getValueAtPercentile(99) / 1e3;
      case AGREEMENT -> Math.max(0, run.spread().lastMicros() - limitMicros(run)) / 1e6;
      case QUEUED -> run.counts().most(Count.QUEUED);
      case LAG -> run.counts().most(Count.LOOP_LAG_MICROS) / 1e3;
      case STABLE_P50 -> stable(run, 0.5);
      case STABLE_P95 -> stable(run, 0.95);
      case STABLE_P99 -> stable(run, 0.99);
      case STABLE_MAX -> stable(run, 1);
      case CLUSTERING -> shape(run).clustering();
      case PATH -> shape(run).meanPath();
      case DEGREE -> shape(run).meanDegree();
      case LARGEST_PIECE -> 100 * shape(run).largestPiece();
      case DETECTION -> detection(run).suspicionMicros().getMean() / 1e6;
      case DETECTION_PERIODS -> periods(run, plan);
      case VERDICT -> detection(run).verdictMicros().getMean() / 1e6;
      case MISSED -> detection(run).missed();
      case FALSE_VERDICTS -> detection(run).falseVerdicts();
      case FALSE_AT_HEALTHY -> detection(run).falseAtHealthy();
      case GHOSTS -> knowledge(run).ghosts();
      case WRONG_NEIGHBORS -> knowledge(run).lostNeighbors() + knowledge(run).deadNeighbors();
      case REMEMBERED -> knowledge(run).mostRemembered();
      case CONTROL -> run.perNodeSecond(run.traffic().control().messages());
    };
  }

  private static long limitMicros(Outcome run) {
    return TimeUnit.MICROSECONDS.convert(run.settings().load().limit());
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? Double.NaN : (double) part / whole;
  }

  private static Outcome.Membership membership(Outcome run) {
    return Objects.requireNonNull(run.membership(), "checked before the run");
  }

  private static GraphShape shape(Outcome run) {
    return membership(run).shape();
  }

  private static Detection detection(Outcome run) {
    return membership(run).detection();
  }

  private static Knowledge knowledge(Outcome run) {
    return membership(run).knowledge();
  }

  private static double periods(Outcome run, RowRuns plan) {
    double periods = 0;
    for (HistogramIterationValue each : detection(run).suspicionMicros().recordedValues()) {
      double sinceMicros = each.getValueIteratedTo() - plan.number(WAIT) * 1e6;
      periods +=
          Math.ceil(sinceMicros / (plan.number(PERIOD) * 1e6)) * each.getCountAtValueIteratedTo();
    }
    return periods / detection(run).suspicionMicros().getTotalCount();
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

  private static double delivery(Outcome run, double percentile) {
    return run.spread().latencyMicros().getValueAtPercentile(percentile) / 1e3;
  }

  private static double stable(Outcome run, double fraction) {
    return run.maelstrom().workload().stableLatencyMillis(fraction);
  }
}
