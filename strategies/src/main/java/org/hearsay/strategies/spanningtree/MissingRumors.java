package org.hearsay.strategies.spanningtree;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongPredicate;
import org.hearsay.api.RumorIds;

/**
 * The rumors that a node has only heard announced, each with its announcers in order and the moment
 * when the next of them is to be asked for it.
 */
final class MissingRumors {
  /** Where further announcements are ignored: a later summary repeats them. */
  private static final int LIMIT = 100_000;

  private final Map<Long, Missing> missing = new LinkedHashMap<>();

  boolean isEmpty() {
    return missing.isEmpty();
  }

  /** Notes that a peer has a rumor, and when to ask for it unless that is settled already. */
  void announced(long rumor, int announcer, long deadlineMicros) {
    Missing entry = missing.get(rumor);
    if (entry == null) {
      if (missing.size() == LIMIT) {
        return;
      }
      entry = new Missing(deadlineMicros);
      missing.put(rumor, entry);
    }
    if (!entry.announcers.contains(announcer)) {
      entry.announcers.add(announcer);
    }
  }

  /** Forgets those that are known by now, though none of them was delivered. */
  void forgetIf(LongPredicate known) {
    missing.keySet().removeIf(known::test);
  }

  /** Forgets rumors, which are missing no longer. */
  void arrived(RumorIds rumors) {
    rumors.stream().forEach(missing::remove);
  }

  /**
   * Whom to ask for which of the rumors whose moment has come. Each announcer is asked once; rumors
   * that nobody is left to be asked for are forgotten until they are announced again.
   *
   * @param retryDeadlineMicros the moment to ask the next announcer for the same rumors
   * @param limit the most to ask one announcer for now; the rest waits for that moment
   */
  Map<Integer, RumorIds.Builder> askFor(long nowMicros, long retryDeadlineMicros, int limit) {
    Map<Integer, RumorIds.Builder> asked = new LinkedHashMap<>();
    Iterator<Map.Entry<Long, Missing>> entries = missing.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<Long, Missing> entry = entries.next();
      Missing rumor = entry.getValue();
      if (rumor.deadlineMicros > nowMicros) {
        continue;
      }
      Integer announcer = rumor.announcers.peek();
      if (announcer == null) {
        entries.remove();
        continue;
      }
      rumor.deadlineMicros = retryDeadlineMicros;
      RumorIds.Builder ids = asked.computeIfAbsent(announcer, peer -> RumorIds.builder());
      if (ids.size() < limit) {
        ids.add(entry.getKey());
        rumor.announcers.remove();
      }
    }
    return asked;
  }

  /** The next moment to ask for anything; there must be something missing. */
  long nextDeadlineMicros() {
    return missing.values().stream().mapToLong(rumor -> rumor.deadlineMicros).min().orElseThrow();
  }

  private static final class Missing {
    private final Queue<Integer> announcers = new ArrayDeque<>(2);
    private long deadlineMicros;

    private Missing(long deadlineMicros) {
      this.deadlineMicros = deadlineMicros;
    }
  }
}
