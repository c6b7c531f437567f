package org.hearsay.node.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.log.RumorTable;
import org.jspecify.annotations.Nullable;

/**
 * What comes before each rumor that is kept.
 *
 * <p>A rumor's predecessors are the latest that its origin had shown, one of a source at most: what
 * comes before one of them need not be said, and so there are about as many as there are nodes that
 * broadcast at the same time, however large the cluster is.
 */
final class Predecessors {
  private final Map<Long, RumorIds> known = new HashMap<>();

  /** Those of the rumors in the envelope that is being taken in. */
  private final Map<Long, RumorIds> arriving = new HashMap<>();

  /** For each source the last rumor shown, unless one was shown that comes after it. */
  private final TreeMap<Integer, Integer> latest = new TreeMap<>();

  /** An envelope is about to be taken in. */
  void begin() {
    arriving.clear();
  }

  /** The envelope says what comes before a rumor. */
  void announce(long rumor, RumorIds predecessors) {
    arriving.put(rumor, predecessors);
  }

  /** A rumor has come to be known, and what comes before it if the envelope says so. */
  void delivered(long rumor) {
    RumorIds predecessors = arriving.get(rumor);
    if (predecessors != null) {
      put(rumor, predecessors);
    }
  }

  /** A rumor begins here: after all that is shown. */
  void begun(long rumor) {
    RumorIds.Builder predecessors = RumorIds.builder();
    latest.forEach(
        (source, sequence) -> {
          if (source != RumorTable.sourceNumber(rumor)) {
            predecessors.add(RumorTable.rumor(source, sequence));
          }
        });
    put(rumor, predecessors.build());
  }

  /** What comes before a rumor is said from elsewhere. */
  void put(long rumor, RumorIds predecessors) {
    known.put(rumor, predecessors);
  }

  /** What comes before a rumor; null if that is not known. */
  @Nullable RumorIds of(long rumor) {
    RumorIds predecessors = known.get(rumor);
    return predecessors == null ? arriving.get(rumor) : predecessors;
  }

  /** A rumor is shown to readers. */
  void shown(long rumor) {
    RumorIds predecessors = known.getOrDefault(rumor, RumorIds.NONE);
    for (int i = 0; i < predecessors.size(); i++) {
      int source = RumorTable.sourceNumber(predecessors.get(i));
      int last = latest.getOrDefault(source, Integer.MAX_VALUE);
      if (last <= RumorTable.sequence(predecessors.get(i))) {
        latest.remove(source);
      }
    }
    latest.put(RumorTable.sourceNumber(rumor), RumorTable.sequence(rumor));
  }

  /** A rumor is not kept any more. */
  void forget(long rumor) {
    known.remove(rumor);
  }

  /** Puts what comes before the rumors that messages carry in front of them. */
  void accompany(List<Message> messages) {
    Set<Long> told = new HashSet<>();
    RumorIds.Builder ids = RumorIds.builder();
    RumorIds.Builder order = RumorIds.builder();
    for (Message message : messages) {
      message.rumors().ids().stream()
          .forEach(
              rumor -> {
                RumorIds predecessors = of(rumor);
                if (predecessors != null && told.add(rumor)) {
                  ids.add(rumor);
                  order.addAll(predecessors).add(rumor);
                }
              });
    }
    if (!told.isEmpty()) {
      messages.add(0, new After(ids.build(), order.build()));
    }
  }
}
