package org.hearsay.detectors.swim;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code swim} and {@code lifeguard}.
 *
 * @param period the protocol period, T' in the paper: a node probes one other in each
 * @param timeout how long an acknowledgement may take before others are asked to try
 * @param helpers how many others are asked, k in the paper
 * @param suspicion how long a suspect has to refute, in periods, times the logarithm of the group's
 *     size to base 10 (memberlist's SuspicionMult)
 * @param retransmit how often a node passes news on, times the same logarithm
 * @param news the most news that join one envelope
 * @param ride how long a ping waits for an envelope to join
 * @param localHealth whether a node that has reason to think itself slow is more patient
 * @param shrinking whether a suspicion begins six times as long, and shrinks as others confirm it
 * @param buddy whether a suspect is told at once, with the next ping
 */
record SwimConfig(
    @Option("time from one probe of a node to its next") Duration period,
    @Option("how long an acknowledgement may take before others are asked to try") Duration timeout,
    @Option("how many others are asked to try") int helpers,
    @Option("how long a suspect has to refute: so many periods times log10 of the members")
        double suspicion,
    @Option("how often a node passes news on, times log10 of the members") int retransmit,
    @Option("the most news that join one envelope") int news,
    @Option("how long a ping waits for an envelope to join") Duration ride,
    @Option("whether nodes that seem to be slow themselves are more patient") boolean localHealth,
    @Option("whether suspicions begin six times as long and shrink as others confirm them")
        boolean shrinking,
    @Option("whether a suspect is told so at once, with the next ping") boolean buddy) {

  SwimConfig {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make timeout 1ms or longer, as in timeout=800ms: an acknowledgement takes a round trip");
    }
    if (period.compareTo(timeout.multipliedBy(2).plus(ride)) < 0) {
      throw new IllegalArgumentException(
          "Make period twice as long as timeout, and ride, or longer, as in"
              + " period=2s,timeout=800ms,ride=200ms: others who are asked need as long again");
    }
    if (helpers < 0) {
      throw new IllegalArgumentException("Make helpers 0 or more, as in helpers=3");
    }
    if (!(suspicion >= 0 && suspicion <= 1_000)) {
      throw new IllegalArgumentException(
          "Make suspicion 0 to 1000, as in suspicion=2: 0 is no time to refute");
    }
    if (retransmit < 1 || news < 1) {
      throw new IllegalArgumentException(
          "Make retransmit and news 1 or larger, as in retransmit=4,news=8: else nobody hears");
    }
    if (ride.isNegative() || ride.compareTo(timeout) > 0) {
      throw new IllegalArgumentException(
          "Make ride 0ms to timeout, as in ride=200ms: the probe waits that long");
    }
  }

  static SwimConfig swim() {
    return new SwimConfig(
        Duration.ofMillis(2_500),
        Duration.ofMillis(800),
        3,
        1.5,
        4,
        8,
        Duration.ofMillis(200),
        false,
        false,
        false);
  }

  static SwimConfig lifeguard() {
    SwimConfig swim = swim();
    return new SwimConfig(
        swim.period,
        swim.timeout,
        swim.helpers,
        swim.suspicion,
        swim.retransmit,
        swim.news,
        swim.ride,
        true,
        true,
        true);
  }
}
