package org.hearsay.report;

import java.math.BigDecimal;
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
 * @param workload what clients do, if not what Maelstrom's do: {@code broadcasts} alone
 * @param world how closely the simulation follows real nodes, if not faithfully: {@code scale}
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
    @Nullable String workload,
    @Nullable String world) {
  private static final String NO_NEMESIS = "none";

  /** Writes numbers without needless zeros. */
  public RunSettings {
    rate = Decimals.plain(rate);
    timeLimit = Decimals.plain(timeLimit);
    quiet = Decimals.plain(quiet);
    nemesisInterval = Decimals.plain(nemesisInterval);
    loss = Decimals.plain(loss);
  }

  /** Whether these are the conditions of Gossip Glomers' challenge 3d, on whatever topology. */
  public boolean fitsChallenge() {
    return nodeCount == 25
        && latency == 100
        && latencyDist.equals("constant")
        && rate.compareTo(BigDecimal.valueOf(100)) == 0
        && timeLimit.compareTo(BigDecimal.valueOf(20)) == 0
        && network.equals("maelstrom")
        && workload == null
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
    return copy(nodeCount, topology, otherNemesis, otherLoss, workload, world);
  }

  /** The same elsewhere. */
  public RunSettings with(String otherTopology) {
    return copy(nodeCount, otherTopology, nemesis, loss, workload, world);
  }

  /** The same with another number of nodes. */
  public RunSettings of(int otherNodeCount) {
    return copy(otherNodeCount, topology, nemesis, loss, workload, world);
  }

  /** The same with another workload and in another world. */
  public RunSettings in(@Nullable String otherWorkload, @Nullable String otherWorld) {
    return copy(nodeCount, topology, nemesis, loss, otherWorkload, otherWorld);
  }

  private RunSettings copy(
      int newNodeCount,
      String newTopology,
      String newNemesis,
      BigDecimal newLoss,
      @Nullable String newWorkload,
      @Nullable String newWorld) {
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
        newWorkload,
        newWorld);
  }

  /** What goes wrong, in a few words: {@code 2 % loss, partition}. */
  public String scenario() {
    String losing = Decimals.plain(loss.movePointRight(2)).toPlainString() + " % loss";
    if (hasNemesis()) {
      return losesMessages() ? losing + ", " + nemesis : nemesis;
    }
    return losesMessages() ? losing : "no faults";
  }

  /** What goes wrong, in full. */
  public String faults() {
    return hasNemesis()
        ? scenario() + ", on and off every " + nemesisInterval.toPlainString() + " s or so"
        : scenario();
  }

  /** Everything but what goes wrong, in one line. */
  public String sentence() {
    return String.join(
            ", ",
            nodeCount == 1 ? "1 node" : nodeCount + " nodes",
            topology,
            "latency " + latency + " ms " + latencyDist,
            rate.toPlainString() + operations() + " for " + timeLimit.toPlainString() + " s",
            quiet.toPlainString() + " s quiet",
            network + " network")
        + (world == null ? "" : ", " + world + " world");
  }

  private String operations() {
    return workload == null ? " operations/s" : " " + workload + "/s";
  }
}
