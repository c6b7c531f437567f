package org.hearsay.node.guarantee;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.flow.FlowMessage;
import org.hearsay.node.order.After;
import org.hearsay.node.order.Order;
import org.hearsay.node.repair.RepairMessage;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.retention.StabilityMessage;
import org.hearsay.node.service.Count;
import org.hearsay.node.trail.Hops;

/**
 * What a node's runtime guarantees whatever its strategy.
 *
 * @param durable whether what was acknowledged survives the end of the process
 * @param retention how much is kept
 * @param order in which order rumors are shown to readers
 * @param flow how much is sent and taken in
 * @param trail whether the way of each rumor is logged
 */
public record Guarantees(
    boolean durable, RetentionLimits retention, Order order, FlowLimits flow, boolean trail) {
  /** Nothing: it takes no message and no memory. */
  public static final Guarantees NONE =
      new Guarantees(false, RetentionLimits.NONE, Order.NONE, FlowLimits.NONE, false);

  /** Whether there are none. */
  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether nodes ask each other for what they lack, besides what their strategy does. */
  public boolean repairs() {
    return durable
        || !retention.equals(RetentionLimits.NONE)
        || order != Order.NONE
        || flow.drops();
  }

  /** The record types of the messages that nodes send each other for this. */
  public List<Class<? extends Message>> messageTypes() {
    List<Class<? extends Message>> types = new ArrayList<>();
    if (repairs()) {
      types.addAll(RepairMessage.TYPES);
    }
    if (!retention.equals(RetentionLimits.NONE)) {
      types.addAll(StabilityMessage.TYPES);
    }
    if (trail) {
      types.add(Hops.class);
    }
    if (order == Order.CAUSAL) {
      types.addAll(After.TYPES);
    }
    if (flow.drops()) {
      types.addAll(FlowMessage.TYPES);
    }
    return types;
  }

  /** What nodes count for this: of what they do not, nobody knows how much there was. */
  public Set<Count> counts() {
    Set<Count> counts = EnumSet.noneOf(Count.class);
    if (!isNone()) {
      counts.addAll(EnumSet.of(Count.DUPLICATES, Count.REFUSED));
    }
    if (repairs()) {
      counts.addAll(EnumSet.of(Count.REPAIRED, Count.FORGONE));
    }
    if (!retention.equals(RetentionLimits.NONE)) {
      counts.addAll(EnumSet.range(Count.COLLECTED, Count.EXPIRED));
      counts.addAll(EnumSet.of(Count.TURNED_AWAY, Count.RETAINED, Count.RETAINED_BYTES));
    }
    if (order != Order.NONE) {
      counts.addAll(EnumSet.of(Count.TURNED_AWAY, Count.HELD_BACK, Count.GAPS_ASKED));
    }
    if (flow.controlled()) {
      counts.addAll(EnumSet.range(Count.QUEUED, Count.BREAKERS_OPEN));
      counts.add(Count.LOOP_LAG_MICROS);
    }
    if (flow.peerRate() > 0) {
      counts.add(Count.RATE_LIMITED);
    }
    if (durable) {
      counts.add(Count.RECOVERED);
    }
    return counts;
  }
}
