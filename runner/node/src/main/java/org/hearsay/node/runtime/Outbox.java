package org.hearsay.node.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;

/** Messages on their way out, gathered so that each peer gets one envelope per event. */
final class Outbox<M extends Message> {
  private final Map<Integer, List<M>> envelopes = new LinkedHashMap<>();

  void add(int peer, M message) {
    envelopes.computeIfAbsent(peer, unused -> new ArrayList<>(1)).add(message);
  }

  void flush(Outlet<M> outlet) {
    if (!envelopes.isEmpty()) {
      try {
        envelopes.forEach(outlet::send);
      } finally {
        envelopes.clear();
      }
    }
  }
}
