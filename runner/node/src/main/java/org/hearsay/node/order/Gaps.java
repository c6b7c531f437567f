package org.hearsay.node.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.repair.RepairMessage.RepairRequest;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.ServiceHost;

/**
 * What a node lacks before it can show rumors that it has, by source, and asks for.
 *
 * <p>At first the peer is asked that brought what waits, as it has most likely got the rest or will
 * get it soon; then any neighbor, and so on by turns, each time after twice as long. Nobody is
 * asked for ever, as what is missing may have died with its origin: whenever a neighbor comes to
 * know it, anti-entropy brings it.
 */
final class Gaps {
  /** How long a rumor waits before the missing ones are asked for. */
  static final long PATIENCE_MICROS = 200_000;

  /** How often they are asked for while none of them comes. */
  static final int ATTEMPTS = 8;

  private static final int BATCH = 1_000;
  private static final long NEVER = Long.MAX_VALUE;

  /** What is missing of one source. */
  private static final class Gap {
    private int end;
    private int bringer;
    private long dueMicros = NEVER;
    private int attempts;
    private int missing = Integer.MAX_VALUE;

    /** Rumors that are here without their predecessors. */
    private final TreeSet<Long> unexplained = new TreeSet<>();
  }

  private final ServiceHost host;
  private final Shown shown;
  private final Map<Integer, Gap> bySource = new TreeMap<>();

  Gaps(ServiceHost host, Shown shown) {
    this.host = host;
    this.shown = shown;
  }

  /** A rumor is waited for, and those before it of its source, by one that a peer brought. */
  void await(long rumor, int bringer) {
    Gap gap = gap(rumor, bringer);
    int end = RumorTable.sequence(rumor) + 1;
    if (end > gap.end) {
      gap.end = end;
      renew(gap);
    }
  }

  /** A rumor is here, and not what comes before it. */
  void awaitExplanation(long rumor, int bringer) {
    Gap gap = gap(rumor, bringer);
    if (gap.unexplained.add(rumor)) {
      renew(gap);
    }
  }

  /** What comes before a rumor has come to be known. */
  void explained(long rumor) {
    Gap gap = bySource.get(RumorTable.sourceNumber(rumor));
    if (gap != null) {
      gap.unexplained.remove(rumor);
    }
  }

  private Gap gap(long rumor, int bringer) {
    Gap gap = bySource.computeIfAbsent(RumorTable.sourceNumber(rumor), unused -> new Gap());
    gap.bringer = bringer;
    return gap;
  }

  private void renew(Gap gap) {
    if (gap.dueMicros == NEVER) {
      gap.dueMicros = host.nowMicros() + PATIENCE_MICROS;
      gap.attempts = 0;
    }
  }

  long nextDeadlineMicros() {
    long next = NEVER;
    for (Gap gap : bySource.values()) {
      next = Math.min(next, gap.dueMicros);
    }
    return next;
  }

  /** Asks for what has been missing for long enough. */
  void fireTimers() {
    long now = host.nowMicros();
    Map<Integer, RumorIds.Builder> requests = new TreeMap<>();
    for (Iterator<Map.Entry<Integer, Gap>> all = bySource.entrySet().iterator(); all.hasNext(); ) {
      Map.Entry<Integer, Gap> each = all.next();
      Gap gap = each.getValue();
      if (gap.dueMicros <= now) {
        Collection<Long> missing = missing(each.getKey(), gap);
        if (missing.isEmpty()) {
          all.remove();
        } else if (isDue(gap, missing.size())) {
          RumorIds.Builder ids = requests.computeIfAbsent(whom(gap), unused -> RumorIds.builder());
          missing.stream().limit(BATCH).forEach(ids::add);
        }
      }
    }
    requests.forEach(this::ask);
  }

  private Collection<Long> missing(int source, Gap gap) {
    List<Long> missing = new ArrayList<>(gap.unexplained);
    int start = shown.end(source);
    if (start < gap.end) {
      Digest range = new Digest(List.of(new Digest.Range(source, start, gap.end)));
      host.log().missingHere(range).stream().forEach(missing::add);
    }
    return missing;
  }

  /** Whether to ask for so many now; in any case it is settled when to ask next. */
  private boolean isDue(Gap gap, int missing) {
    if (missing < gap.missing) {
      gap.attempts = 0;
    }
    gap.missing = missing;
    if (gap.attempts == ATTEMPTS && gap.unexplained.isEmpty()) {
      gap.dueMicros = NEVER;
      return false;
    }
    gap.attempts = Math.min(gap.attempts, ATTEMPTS - 1) + 1;
    gap.dueMicros = host.nowMicros() + (PATIENCE_MICROS << gap.attempts);
    return true;
  }

  private int whom(Gap gap) {
    Peers neighbors = host.neighbors();
    boolean bringerAgain = gap.attempts % 2 == 1 && gap.bringer >= 0 && gap.bringer != host.id();
    return bringerAgain || neighbors.size() == 0
        ? gap.bringer
        : neighbors.get(host.random().nextInt(neighbors.size()));
  }

  private void ask(int peer, RumorIds.Builder ids) {
    if (peer >= 0 && peer != host.id()) {
      host.counters().add(Count.GAPS_ASKED, ids.size());
      host.send(peer, new RepairRequest(ids.build()));
    }
  }
}
