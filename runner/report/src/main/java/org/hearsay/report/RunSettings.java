package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides a run besides strategy and seed, as the command line names it.
 *
 * @param nodeCount how many nodes
 * @param topology who is linked to whom
 * @param latency the mean latency of a link in milliseconds
 * @param latencyDist how latencies are distributed
 * @param rate client operations per second
 * @param timeLimit how long clients go on, in seconds
 * @param quiet how long they wait before the final reads, in seconds
 * @param nemesis what breaks: {@code none}, {@code partition}, {@code kill} or {@code pause}
 * @param nemesisInterval the mean time between faults in seconds
 * @param loss the probability that a message is lost
 * @param network how a node takes messages in: {@code maelstrom} or {@code ideal}
 * @param beyond what Maelstrom has no option for; null if there is nothing of it
 */
public record RunSettings(
    int nodeCount,
    String topology,
    int latency,
    String latencyDist,
    BigDecimal rate,
    BigDecimal timeLimit,
    BigDecimal quiet,
    String nemesis,
    BigDecimal nemesisInterval,
    BigDecimal loss,
    String network,
    @Nullable Beyond beyond) {
  private static final String NO_NEMESIS = "none";

  /**
   * What Maelstrom has no option for; a part that is as usual is null.
   *
   * @param workload what clients do, if not what Maelstrom's do: {@code broadcasts} alone
   * @param world how closely the simulation follows real nodes, if not faithfully: {@code scale}
   * @param weather what happens to messages, if that is more than the options for latency and loss
   *     can say; then it is this that counts
   * @param faults what breaks besides the nemesis, each thing at its own time
   * @param broadcasts where and when values are broadcast, if not at random
   * @param joinInterval the time from the start of a node to that of the next, if not at once
   * @param settle the time from the start of the last node to the first operation, if there is any
   */
  public record Beyond(
      @Nullable String workload,
      @Nullable String world,
      @Nullable String weather,
      @Nullable String faults,
      @Nullable String broadcasts,
      @Nullable String joinInterval,
      @Nullable String settle) {
    /** Nothing. */
    public static final Beyond NOTHING = new Beyond(null, null, null, null, null, null, null);

    /** Another workload and another world. */
    public Beyond in(@Nullable String otherWorkload, @Nullable String otherWorld) {
      return new Beyond(
          otherWorkload, otherWorld, weather, faults, broadcasts, joinInterval, settle);
    }

    /** Other weather. */
    Beyond under(@Nullable String otherWeather) {
      return new Beyond(workload, world, otherWeather, faults, broadcasts, joinInterval, settle);
    }
  }

  /** Writes numbers without needless zeros. */
  public RunSettings {
    rate = Decimals.plain(rate);
    timeLimit = Decimals.plain(timeLimit);
    quiet = Decimals.plain(quiet);
    nemesisInterval = Decimals.plain(nemesisInterval);
    loss = Decimals.plain(loss);
    beyond = Beyond.NOTHING.equals(beyond) ? null : beyond;
  }

  /** What Maelstrom has no option for, which may be nothing. */
  public Beyond orUsual() {
    return beyond == null ? Beyond.NOTHING : beyond;
  }

  /** Whether these are the conditions of Gossip Glomers' challenge 3d, on whatever topology. */
  public boolean fitsChallenge() {
    return nodeCount == 25
        && latency == 100
        && latencyDist.equals("constant")
        && rate.compareTo(BigDecimal.valueOf(100)) == 0
        && timeLimit.compareTo(BigDecimal.valueOf(20)) == 0
        && network.equals("maelstrom")
        && beyond == null
        && !losesMessages()
        && !hasNemesis();
  }

  /** Whether messages are lost at random. */
  public boolean losesMessages() {
    return loss.signum() > 0;
  }

  /** Whether something breaks. */
  public boolean hasNemesis() {
    return !nemesis.equals(NO_NEMESIS);
  }

  /** The same with other faults. */
  public RunSettings with(BigDecimal otherLoss, String otherNemesis) {
    return copy(nodeCount, topology, otherNemesis, otherLoss, beyond);
  }

  /** The same elsewhere. */
  public RunSettings with(String otherTopology) {
    return copy(nodeCount, otherTopology, nemesis, loss, beyond);
  }

  /** The same with another number of nodes. */
  public RunSettings of(int otherNodeCount) {
    return copy(otherNodeCount, topology, nemesis, loss, beyond);
  }

  /** The same with other things that Maelstrom has no option for. */
  public RunSettings with(Beyond other) {
    return copy(nodeCount, topology, nemesis, loss, other);
  }

  private RunSettings copy(
      int newNodeCount,
      String newTopology,
      String newNemesis,
      BigDecimal newLoss,
      @Nullable Beyond newBeyond) {
    return new RunSettings(
        newNodeCount,
        newTopology,
        latency,
        latencyDist,
        rate,
        timeLimit,
        quiet,
        newNemesis,
        nemesisInterval,
        newLoss,
        network,
        newBeyond);
  }

  /**
   * The same under other weather.
   *
   * @param weather null if latency and loss say it all
   */
  public RunSettings under(
      int newLatency, String newLatencyDist, BigDecimal newLoss, @Nullable String weather) {
    return new RunSettings(
        nodeCount,
        topology,
        newLatency,
        newLatencyDist,
        rate,
        timeLimit,
        quiet,
        nemesis,
        nemesisInterval,
        newLoss,
        network,
        orUsual().under(weather));
  }

  /** What goes wrong, in a few words: {@code 2 % loss, partition}. */
  public String scenario() {
    List<String> parts = new ArrayList<>();
    if (orUsual().weather() != null) {
      parts.add(orUsual().weather());
    } else if (losesMessages()) {
      parts.add(Decimals.plain(loss.movePointRight(2)).toPlainString() + " % loss");
    }
    if (hasNemesis()) {
      parts.add(nemesis);
    }
    if (orUsual().faults() != null) {
      parts.add(orUsual().faults());
    }
    return parts.isEmpty() ? "no faults" : String.join(", ", parts);
  }

  /** What goes wrong, in full. */
  public String faults() {
    return hasNemesis()
        ? scenario() + ", on and off every " + nemesisInterval.toPlainString() + " s or so"
        : scenario();
  }

  /** Everything but what goes wrong, in one line. */
  public String sentence() {
    return String.join(", ", nodes(), topology, links(), load(), surroundings());
  }

  /** How many nodes. */
  public String nodes() {
    return nodeCount == 1 ? "1 node" : nodeCount + " nodes";
  }

  /** What links are like. */
  public String links() {
    return orUsual().weather() == null
        ? "latency " + latency + " ms " + latencyDist
        : "latency " + latencyDist + ", about " + latency + " ms";
  }

  /** What clients do. */
  public String load() {
    return operations()
        + " for "
        + timeLimit.toPlainString()
        + " s, "
        + quiet.toPlainString()
        + " s quiet";
  }

  /** How nodes take messages in, and how closely a simulation follows them. */
  public String surroundings() {
    String world = orUsual().world();
    return network + " network" + (world == null ? "" : ", " + world + " world") + formation();
  }

  private String formation() {
    String interval = orUsual().joinInterval();
    String settle = orUsual().settle();
    return (interval == null ? "" : ", a node starts every " + interval)
        + (settle == null ? "" : ", clients begin " + settle + " later");
  }

  private String operations() {
    if (orUsual().broadcasts() != null) {
      return "broadcasts " + orUsual().broadcasts();
    }
    String what = orUsual().workload() == null ? "operations" : orUsual().workload();
    return rate.toPlainString() + " " + what + "/s";
  }
}
