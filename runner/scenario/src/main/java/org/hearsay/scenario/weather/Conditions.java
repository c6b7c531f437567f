package org.hearsay.scenario.weather;

/**
 * What the network does to messages between nodes, and how long they take nodes, as data.
 *
 * @param latency how long they are under way
 * @param loss the probability that one is lost, each on its own
 * @param bursts spells in which a link loses many of them
 * @param duplicate the probability that one comes twice, the copy with a latency of its own
 * @param reordering delays that let later messages overtake
 * @param bytesPerSecond how fast a node can send, what is sent faster waits at the sender; 0 for no
 *     limit
 * @param corrupt the probability that one arrives with wrong bytes, which its reader cannot use
 * @param truncate the probability that one arrives cut off, which its reader cannot use
 * @param workMicros how long a node is busy with a message or a request, one after the other; with
 *     a request that it refuses a tenth of that
 */
public record Conditions(
    Latency latency,
    double loss,
    Bursts bursts,
    double duplicate,
    Reordering reordering,
    long bytesPerSecond,
    double corrupt,
    double truncate,
    long workMicros) {

  /**
   * Spells in which a link loses messages. Whether one is in a bad spell is decided anew, link by
   * link, whenever the length of a spell is over.
   *
   * @param probability how likely a spell is a bad one
   * @param lengthMicros how long a spell is, 1 or longer
   * @param loss the probability that a message sent in a bad spell is lost
   */
  public record Bursts(double probability, long lengthMicros, double loss) {
    /** No bad spells. */
    public static final Bursts NONE = new Bursts(0, 1, 1);

    /** Checks the values. */
    public Bursts {
      requireProbability("A burst", probability);
      requireProbability("A loss in a burst", loss);
      if (lengthMicros < 1) {
        throw new IllegalArgumentException("A burst must last 1us or longer");
      }
    }
  }

  /**
   * Some messages are held back.
   *
   * @param probability how likely a message is
   * @param delayMicros for how long, in addition to its latency
   */
  public record Reordering(double probability, long delayMicros) {
    /** None are. */
    public static final Reordering NONE = new Reordering(0, 0);

    /** Checks the values. */
    public Reordering {
      requireProbability("A reordering", probability);
      if (delayMicros < 0) {
        throw new IllegalArgumentException("A reordering cannot take less than no time");
      }
    }
  }

  /** Checks the values. */
  public Conditions {
    requireProbability("A loss", loss);
    requireProbability("A duplication", duplicate);
    requireProbability("A corruption", corrupt);
    requireProbability("A truncation", truncate);
    if (workMicros < 0) {
      throw new IllegalArgumentException("Work cannot take less than no time");
    }
    if (bytesPerSecond < 0) {
      throw new IllegalArgumentException("A bandwidth cannot be negative: " + bytesPerSecond);
    }
  }

  private static void requireProbability(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " is a probability from 0 to 1, not " + value);
    }
  }

  /** Latency, and each message lost or not on its own. */
  public static Conditions of(Latency latency, double loss) {
    return new Conditions(latency, loss, Bursts.NONE, 0, Reordering.NONE, 0, 0, 0, 0);
  }

  /** Whether there is nothing but latency and independent loss. */
  public boolean arePlain() {
    return equals(of(latency, loss));
  }

  /** The same with another latency. */
  public Conditions with(Latency other) {
    return new Conditions(
        other, loss, bursts, duplicate, reordering, bytesPerSecond, corrupt, truncate, workMicros);
  }

  /** The same with another loss. */
  public Conditions withLoss(double other) {
    return new Conditions(
        latency,
        other,
        bursts,
        duplicate,
        reordering,
        bytesPerSecond,
        corrupt,
        truncate,
        workMicros);
  }

  /** The same with other spells. */
  public Conditions with(Bursts other) {
    return new Conditions(
        latency, loss, other, duplicate, reordering, bytesPerSecond, corrupt, truncate, workMicros);
  }

  /** The same with another probability of a copy. */
  public Conditions withDuplicate(double other) {
    return new Conditions(
        latency, loss, bursts, other, reordering, bytesPerSecond, corrupt, truncate, workMicros);
  }

  /** The same with other delays. */
  public Conditions with(Reordering other) {
    return new Conditions(
        latency, loss, bursts, duplicate, other, bytesPerSecond, corrupt, truncate, workMicros);
  }

  /** The same with another limit. */
  public Conditions withBytesPerSecond(long other) {
    return new Conditions(
        latency, loss, bursts, duplicate, reordering, other, corrupt, truncate, workMicros);
  }

  /** The same with other damage. */
  public Conditions withDamage(double otherCorrupt, double otherTruncate) {
    return new Conditions(
        latency,
        loss,
        bursts,
        duplicate,
        reordering,
        bytesPerSecond,
        otherCorrupt,
        otherTruncate,
        workMicros);
  }

  /** The same with other work. */
  public Conditions withWorkMicros(long other) {
    return new Conditions(
        latency, loss, bursts, duplicate, reordering, bytesPerSecond, corrupt, truncate, other);
  }
}
