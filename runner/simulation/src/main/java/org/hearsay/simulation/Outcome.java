package org.hearsay.simulation;

import java.util.BitSet;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.RetentionVerdict;
import org.hearsay.scenario.check.Served;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.cluster.Graph;
import org.hearsay.scenario.cluster.GraphShape;
import org.hearsay.simulation.nodes.Knowledge;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param settings what decided it
 * @param strategy the strategy with the values of all its options
 * @param operations what clients invoked, the final reads included
 * @param broadcasts how many of those were broadcasts
 * @param traffic what was put on the wire
 * @param spread how far and how fast rumors came
 * @param membership what overlay and failure detector came to; null if there is neither
 * @param maelstrom Maelstrom's verdict
 * @param strict ours
 * @param retention what is wrong with what nodes kept; null if they keep everything
 * @param served what became of the broadcasts that clients asked for
 * @param counts what the nodes counted for their guarantees; nothing if they gave none
 * @param endMicros when the last client had its last reply
 * @param traceHash a hash over every message and delivery, in the scale world over deliveries
 *     alone: equal for equal runs
 * @param deliveryHash a hash over every delivery, the same in both worlds
 */
public record Outcome(
    Settings settings,
    String strategy,
    int operations,
    int broadcasts,
    Traffic traffic,
    Spread spread,
    @Nullable Membership membership,
    MaelstromVerdict maelstrom,
    StrictVerdict strict,
    @Nullable RetentionVerdict retention,
    Served served,
    NodeCounts counts,
    long endMicros,
    long traceHash,
    long deliveryHash) {

  /**
   * What overlay and failure detector came to.
   *
   * @param detection how well deaths were found
   * @param views who was linked to whom at the end, as the nodes saw it
   * @param present who was there at the end
   * @param knowledge what the nodes knew of each other then
   */
  public record Membership(Detection detection, Graph views, BitSet present, Knowledge knowledge) {

    /** What the overlay looked like at the end. */
    public GraphShape shape() {
      return GraphShape.of(views, present);
    }
  }

  /** Messages between nodes per client operation, as Maelstrom counts. */
  public double messagesPerOperation() {
    return ratio(traffic.messages(), operations);
  }

  /** Messages between nodes per broadcast. */
  public double messagesPerBroadcast() {
    return ratio(traffic.messages(), broadcasts);
  }

  /** Bytes between nodes per client operation. */
  public double bytesPerOperation() {
    return ratio(traffic.bytes(), operations);
  }

  /** So many of something, for each node and second. */
  public double perNodeSecond(long count) {
    return count / (endMicros / 1e6) / settings.cluster().nodeCount();
  }

  /**
   * Relative message redundancy (Leitão et al. 2007): payloads sent per delivery, less the one that
   * was needed; 0 for a perfect tree.
   */
  public double redundancy() {
    return ratio(traffic.payloads(), spread.deliveries()) - (spread.deliveries() == 0 ? 0 : 1);
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
