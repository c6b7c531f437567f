package org.hearsay.node.order;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.service.ServiceMessage;

/**
 * Stands before the messages that carry rumors, and says what comes before these: what the origin
 * of each had shown to its readers by then, as far as it was news since its own last rumor; of each
 * source the last one, and none that comes before another of them.
 *
 * @param ids the rumors
 * @param order for one of them after the other its predecessors, and then itself, which ends them
 */
public record After(RumorIds ids, RumorIds order) implements ServiceMessage {
  /** All messages of this package. */
  public static final List<Class<? extends Message>> TYPES = List.of(After.class);

  /** Hears of one rumor after the other. */
  interface Listener {
    void comesAfter(long rumor, RumorIds predecessors);
  }

  /**
   * Checks what is said.
   *
   * @throws IllegalArgumentException unless each rumor stands in the order in its turn, and the
   *     last one at its end
   */
  public After {
    int next = 0;
    for (int i = 0; i < order.size(); i++) {
      if (next == ids.size()) {
        throw new IllegalArgumentException("order goes on after the last of ids");
      }
      if (order.get(i) == ids.get(next)) {
        next++;
      }
    }
    if (next < ids.size()) {
      throw new IllegalArgumentException("order ends before the last of ids");
    }
  }

  /** Tells what comes before each of the rumors. */
  void tell(Listener listener) {
    int next = 0;
    RumorIds.Builder predecessors = RumorIds.builder();
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i) == ids.get(next)) {
        listener.comesAfter(ids.get(next), predecessors.build());
        predecessors = RumorIds.builder();
        next++;
      } else {
        predecessors.add(order.get(i));
      }
    }
  }
}
