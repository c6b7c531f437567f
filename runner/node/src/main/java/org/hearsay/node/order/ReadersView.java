package org.hearsay.node.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the readers of a node are shown, in order: a view of its log, which itself grows as rumors
 * come. Each rumor is shown when all before it of its source are, or are gone, and with causal
 * order all that its origin had shown when it broadcast it; until then it is held back.
 *
 * <p>What is missing is asked for ({@link Gaps}). No more than {@link #MOST_HELD_BACK} rumors are
 * held back: then only what can be shown at once is taken in, and the rest is left to anti-entropy.
 */
public final class ReadersView implements Service {
  /** How many rumors are held back at most. */
  public static final int MOST_HELD_BACK = 10_000;

  private static final long NOTHING = -1;

  private final ServiceHost host;
  private final int mostHeldBack;
  private final Shown shown = new Shown();
  private final Gaps gaps;

  /** What comes before which rumor; null where that does not matter. */
  private final @Nullable Predecessors predecessors;

  /** Who brought what is held back. */
  private final Map<Long, Integer> held = new HashMap<>();

  /** By the rumor they wait for: each waits for one at a time. */
  private final Map<Long, List<Long>> waiting = new HashMap<>();

  /** What may have come to the end of its waiting. */
  private final Deque<Long> ready = new ArrayDeque<>();

  /** What is shown, and was shown and is gone, in the order in which it was shown. */
  private long[] view = new long[16];

  private int viewSize;
  private int viewGone;

  ReadersView(Order order, ServiceHost host, int mostHeldBack) {
    this.host = host;
    this.mostHeldBack = mostHeldBack;
    this.gaps = new Gaps(host, shown);
    this.predecessors = order == Order.CAUSAL ? new Predecessors() : null;
  }

  /**
   * The view of a node's readers; null if they see rumors as they come.
   *
   * @param retained how many rumors the node keeps at most: half of them may be held back, as there
   *     must be room for those that these wait for
   */
  public static @Nullable ReadersView of(Order order, ServiceHost host, long retained) {
    return order == Order.NONE
        ? null
        : new ReadersView(order, host, (int) Math.min(MOST_HELD_BACK, Math.max(1, retained / 2)));
  }

  @Override
  public boolean hear(int from, List<? extends Message> messages) {
    if (predecessors != null) {
      predecessors.begin();
    }
    return true;
  }

  /** Takes in what comes before rumors: those that follow in the envelope, or are held back. */
  @Override
  public void receive(int from, ServiceMessage message) {
    if (predecessors != null && message instanceof After after) {
      after.tell((rumor, before) -> takeIn(predecessors, rumor, before));
      showReady();
    }
  }

  private void takeIn(Predecessors known, long rumor, RumorIds before) {
    if (!host.log().contains(rumor)) {
      known.announce(rumor, before);
    } else if (held.containsKey(rumor) && known.of(rumor) == null) {
      known.put(rumor, before);
      gaps.explained(rumor);
      wake(rumor);
    }
  }

  /** Whether a rumor that is not known can be shown at once, or there is room to hold it back. */
  @Override
  public boolean admits(long rumor, int from) {
    if (from == host.id() || held.size() < mostHeldBack) {
      return true;
    }
    boolean admitted = obstacle(rumor) == NOTHING;
    showReady();
    if (!admitted) {
      host.counters().add(Count.TURNED_AWAY, 1);
    }
    return admitted;
  }

  /** A rumor has come to be known: it is shown, and whatever waited for it, or held back. */
  @Override
  public void delivered(long rumor, int from) {
    if (predecessors != null) {
      if (from == host.id()) {
        predecessors.begun(rumor);
      } else {
        predecessors.delivered(rumor);
      }
    }
    take(rumor, from);
  }

  /**
   * A rumor is known from an earlier life; called in the order of the log, when all is known.
   *
   * @param after as {@link #after} said
   */
  public void restore(long rumor, @Nullable Digest after) {
    if (predecessors != null && after != null) {
      RumorIds.Builder last = RumorIds.builder();
      after.entries().forEach(range -> last.add(RumorTable.rumor(range.source(), range.end() - 1)));
      predecessors.put(rumor, last.build());
    }
    take(rumor, host.id());
  }

  /**
   * What comes before a rumor, to be kept with it: one rumor of a source at most, none where that
   * does not matter; null if nobody has said it yet.
   */
  public @Nullable Digest after(long rumor) {
    RumorIds before = predecessors == null ? RumorIds.NONE : predecessors.of(rumor);
    if (before == null) {
      return null;
    }
    List<Digest.Range> last = new ArrayList<>();
    before.stream()
        .forEach(
            each -> {
              int sequence = RumorTable.sequence(each);
              last.add(new Digest.Range(RumorTable.sourceNumber(each), sequence, sequence + 1));
            });
    return Digest.ofRanges(last);
  }

  /** Whether a rumor is known and not shown yet. */
  public boolean holdsBack(long rumor) {
    return held.containsKey(rumor);
  }

  /** Rumors have been taken for known that nobody has any more: nothing waits for them now. */
  @Override
  public void learned() {
    new TreeSet<>(waiting.keySet()).forEach(each -> passGone(RumorTable.sourceNumber(each)));
    showReady();
  }

  /** A rumor has been let go, which {@link #readable} does not give any more. */
  public void collected(long rumor) {
    if (predecessors != null) {
      predecessors.forget(rumor);
    }
    if (held.remove(rumor) != null) {
      noteHeldBack();
      gaps.explained(rumor);
    } else if (++viewGone > viewSize / 2) {
      dropGone();
    }
    passGone(RumorTable.sourceNumber(rumor));
    showReady();
  }

  private void dropGone() {
    long[] kept = Arrays.stream(view, 0, viewSize).filter(host.log()::retains).toArray();
    view = Arrays.copyOf(kept, Math.max(16, kept.length + kept.length / 2));
    viewSize = kept.length;
    viewGone = 0;
  }

  private void take(long rumor, int from) {
    held.put(rumor, from);
    ready.add(rumor);
    showReady();
    if (held.containsKey(rumor)) {
      host.note(RumorEvent.HELD_BACK, rumor, from);
    }
    noteHeldBack();
  }

  private void noteHeldBack() {
    host.counters().set(Count.HELD_BACK, held.size());
  }

  /** Shows what can be shown of that which is ready, and so on; the rest waits for something. */
  private void showReady() {
    for (Long next = ready.poll(); next != null; next = ready.poll()) {
      Integer bringer = held.get(next);
      if (bringer != null) {
        long obstacle = obstacle(next);
        if (obstacle == NOTHING) {
          show(next);
        } else {
          waiting.computeIfAbsent(obstacle, unused -> new ArrayList<>()).add(next);
          askFor(obstacle, next, bringer);
        }
      }
    }
  }

  /** What must be shown or said before a rumor can be shown: the rumor itself if it is not said. */
  private long obstacle(long rumor) {
    int source = RumorTable.sourceNumber(rumor);
    int sequence = RumorTable.sequence(rumor);
    passGone(source);
    if (shown.end(source) < sequence) {
      return RumorTable.rumor(source, sequence - 1);
    }
    if (predecessors == null) {
      return NOTHING;
    }
    RumorIds before = predecessors.of(rumor);
    if (before == null) {
      return rumor;
    }
    for (int i = 0; i < before.size(); i++) {
      passGone(RumorTable.sourceNumber(before.get(i)));
      if (!shown.covers(before.get(i))) {
        return before.get(i);
      }
    }
    return NOTHING;
  }

  private void askFor(long obstacle, long rumor, int bringer) {
    if (obstacle == rumor) {
      gaps.awaitExplanation(rumor, bringer);
    } else {
      gaps.await(obstacle, bringer);
    }
  }

  private void show(long rumor) {
    held.remove(rumor);
    if (viewSize == view.length) {
      view = Arrays.copyOf(view, 2 * viewSize);
    }
    view[viewSize++] = rumor;
    if (predecessors != null) {
      predecessors.shown(rumor);
    }
    pass(rumor);
    passGone(RumorTable.sourceNumber(rumor));
    host.released(rumor);
    host.note(RumorEvent.RELEASED, rumor);
  }

  private void pass(long rumor) {
    shown.moveTo(RumorTable.sourceNumber(rumor), RumorTable.sequence(rumor) + 1);
    wake(rumor);
  }

  private void wake(long rumor) {
    List<Long> woken = waiting.remove(rumor);
    if (woken != null) {
      ready.addAll(woken);
    }
  }

  /** Passes over the rumors of a source that are known and not kept. */
  private void passGone(int source) {
    for (long next = RumorTable.rumor(source, shown.end(source));
        host.log().contains(next) && !host.log().retains(next);
        next++) {
      pass(next);
    }
  }

  @Override
  public long nextDeadlineMicros() {
    return gaps.nextDeadlineMicros();
  }

  /** Asks for what is missing for long enough. */
  @Override
  public void fireTimers() {
    gaps.fireTimers();
  }

  /** A step on the way out, before which what comes before rumors joins the messages with them. */
  public Departure accompanying(Departure next) {
    return (peer, messages) -> {
      if (predecessors != null) {
        predecessors.accompany(messages);
      }
      next.depart(peer, messages);
    };
  }

  /** The rumors that are shown and kept, in the order in which they were shown. */
  public void readable(LongConsumer reader) {
    for (int i = 0; i < viewSize; i++) {
      if (host.log().retains(view[i])) {
        reader.accept(view[i]);
      }
    }
  }
}
