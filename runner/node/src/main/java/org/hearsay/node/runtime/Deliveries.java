package org.hearsay.node.runtime;

import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.guarantee.Services;
import org.hearsay.node.log.AppendOnlyLog;
import org.jspecify.annotations.Nullable;

/** The one way in which rumors come to be known to a node: each once, and told to its listener. */
final class Deliveries {
  private final AppendOnlyLog log;
  private final NodeListener listener;
  private @Nullable Services services;

  Deliveries(AppendOnlyLog log, NodeListener listener) {
    this.log = log;
    this.listener = listener;
  }

  /** Asks services from now on, and tells them. */
  void within(@Nullable Services around) {
    services = around;
  }

  /** A rumor came from a peer, or began here; whether it is new. */
  boolean deliver(long rumor, int from) {
    if (services == null) {
      if (!log.append(rumor)) {
        listener.repeated(rumor, from);
        return false;
      }
    } else if (log.contains(rumor)) {
      services.repeated(rumor, from);
      return false;
    } else if (!services.admits(rumor, from)) {
      services.turnedAway(rumor, from);
      return false;
    } else {
      log.append(rumor);
      listener.delivered(rumor, from);
      services.delivered(rumor, from);
      return true;
    }
    listener.delivered(rumor, from);
    return true;
  }

  /** A rumor has become readable, which was delivered before. */
  void released(long rumor) {
    listener.released(rumor);
  }

  /** A rumor was known in an earlier life. */
  void recover(long rumor) {
    if (log.append(rumor)) {
      listener.recovered(rumor);
    }
  }

  /** Rumors have become known as gone. */
  void learned() {
    if (services != null) {
      services.learned();
    }
  }

  /** The same for several; those that are new, in the order given. */
  Rumors deliver(Rumors rumors, int from) {
    RumorIds.Builder fresh = RumorIds.builder(rumors.size());
    for (int i = 0; i < rumors.size(); i++) {
      if (deliver(rumors.get(i), from)) {
        fresh.add(rumors.get(i));
      }
    }
    return fresh.size() == rumors.size() ? rumors : new Rumors(fresh.build());
  }
}
