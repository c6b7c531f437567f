package org.hearsay.detectors.swim;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pings that a node sends because others have asked for them. */
final class Relays {
  private static final long NEVER = Long.MAX_VALUE;

  /**
   * A ping for somebody else.
   *
   * @param asker for whom
   * @param request the number of the asker's request
   * @param nackMicros when the asker is told that there is no answer so far
   */
  record Relay(int asker, long request, long nackMicros) {}

  private final Map<Long, Relay> relays = new LinkedHashMap<>();

  void add(long number, Relay relay) {
    relays.put(number, relay);
  }

  /** Takes the one whose ping had a number, or null. */
  @Nullable Relay take(long number) {
    return relays.remove(number);
  }

  /** Takes those whose time is over. They come in the order of their times. */
  List<Relay> takeOverdue(long nowMicros) {
    List<Relay> overdue = new ArrayList<>();
    Iterator<Relay> all = relays.values().iterator();
    while (all.hasNext()) {
      Relay relay = all.next();
      if (relay.nackMicros() > nowMicros) {
        break;
      }
      overdue.add(relay);
      all.remove();
    }
    return overdue;
  }

  /** When the first one's time is over. */
  long nextMicros() {
    return relays.isEmpty() ? NEVER : relays.values().iterator().next().nackMicros();
  }
}
