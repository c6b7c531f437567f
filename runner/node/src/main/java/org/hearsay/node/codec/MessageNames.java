package org.hearsay.node.codec;

import org.hearsay.api.Message;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;

/** What types of messages are called on the wire. */
public final class MessageNames {

  private MessageNames() {}

  /** The name of a type; what is around a strategy calls nothing as the strategy could. */
  public static String of(Class<? extends Message> type) {
    String name = KebabCase.of(type.getSimpleName());
    if (DetectorMessage.class.isAssignableFrom(type)) {
      return "detector/" + name;
    }
    return OverlayMessage.class.isAssignableFrom(type) ? "overlay/" + name : name;
  }
}
