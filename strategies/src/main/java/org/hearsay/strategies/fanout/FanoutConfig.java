package org.hearsay.strategies.fanout;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code fanout}, in the words of Demers et al.
 *
 * @param interval time between two cycles
 * @param fanout how many members a cycle contacts
 * @param direction which way rumors go between the two
 * @param mode what makes a node lose interest
 * @param stop how it loses interest
 * @param k how hard it is to lose interest
 * @param maxCycles the most cycles a rumor is passed on, and a node asks without learning anything
 * @param synchronous whether all nodes act at the multiples of the interval
 */
record FanoutConfig(
    @Option("time between two cycles") Duration interval,
    @Option("how many random members a cycle contacts") int fanout,
    @Option("whether a node pushes what is hot, asks for it, or both") Direction direction,
    @Option("what costs a rumor its interest: contacts that knew it, or cycles") Mode mode,
    @Option("lose interest at the k-th of them, or at each with probability 1/k") Stop stop,
    @Option("the k of that rule") int k,
    @Option("the most cycles a rumor is passed on, and a node asks without news") int maxCycles,
    @Option(
            "whether cycles begin at the multiples of the interval by each node's clock, and are"
                + " judged by what was known then")
        boolean synchronous) {

  /** Which way rumors go in a contact. */
  enum Direction {
    /** To the contact. */
    PUSH,
    /** From the contact. */
    PULL,
    /** Both ways. */
    PUSH_PULL;

    boolean pushes() {
      return this != PULL;
    }

    boolean pulls() {
      return this != PUSH;
    }
  }

  /** What makes a node lose interest in a rumor. */
  enum Mode {
    /** Contacts that knew it already, as they report. */
    FEEDBACK,
    /** Cycles in which it was pushed, whoever knew it. */
    BLIND
  }

  /** How a node loses interest in a rumor. */
  enum Stop {
    /** After k occasions; those of feedback must be consecutive. */
    COUNTER,
    /** With probability 1/k at each occasion. */
    COIN
  }

  FanoutConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=100ms: a cycle begins that often");
    }
    if (fanout < 1) {
      throw new IllegalArgumentException(
          "Make fanout 1 or larger, as in fanout=2: a cycle contacts that many members");
    }
    if (k < 1) {
      throw new IllegalArgumentException(
          "Make k 1 or larger, as in k=3: at 1 the first occasion ends the interest");
    }
    if (maxCycles < 1) {
      throw new IllegalArgumentException(
          "Make max-cycles 1 or larger, as in max-cycles=64: a rumor is passed on at least once");
    }
  }

  /**
   * The default options. Pushing reaches all of n nodes in {@code log2(n) + ln(n)} cycles (Pittel,
   * On spreading a rumor, 1987), 34 for a million: a rumor that is hot after 64 has lost contact.
   */
  static FanoutConfig defaults() {
    return new FanoutConfig(
        Duration.ofMillis(100), 2, Direction.PUSH, Mode.FEEDBACK, Stop.COUNTER, 3, 64, false);
  }
}
