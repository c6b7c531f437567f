package org.hearsay.node.order;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.service.ServiceMessage;

/**
 * Stands before the messages that carry rumors, and says what comes before these.
 *
 * @param ids the rumors
 * @param predecessors what the origin of each had shown to its readers by then, as far as it was
 *     news since its own last rumor: of each source the last one, and none that comes before
 *     another of them
 */
public record After(RumorIds ids, RumorIds predecessors) implements ServiceMessage {
  /** All messages of this package. */
  public static final List<Class<? extends Message>> TYPES = List.of(After.class);
}
