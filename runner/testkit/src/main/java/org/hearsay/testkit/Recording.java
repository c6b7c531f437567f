package org.hearsay.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.callback.OpenContext;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;

/**
 * What a part of a node is handed while it is stepped by hand: it notes what each callback does.
 * Time stands still until it is moved.
 */
abstract class Recording<M extends Message> extends OpenContext<M> {
  private final Map<Integer, Long> deadlines = new LinkedHashMap<>();
  private List<Effect> effects = new ArrayList<>();
  private long now;

  Recording(int id, int nodeCount) {
    super(id, new AllOthers(nodeCount, id), new SeededRandom(1, id));
  }

  /** Runs a callback; what it did, in order. */
  final List<Effect> step(Runnable callback) {
    effects = new ArrayList<>();
    open(now);
    try {
      callback.run();
    } finally {
      shut();
    }
    return List.copyOf(effects);
  }

  /** Notes what a callback does. */
  final void note(Effect effect) {
    checkOpen();
    effects.add(effect);
  }

  /** The timer with the earliest deadline. */
  final int nextTimer() {
    return deadlines.entrySet().stream()
        .min(Comparator.comparingLong(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElseThrow(() -> new IllegalStateException("No timer is set"));
  }

  /** Moves time on to a timer's deadline, which is over then. */
  final void expire(int timer) {
    Long deadline = deadlines.remove(timer);
    if (deadline == null) {
      throw new IllegalStateException("Timer " + timer + " is not set");
    }
    now = Math.max(now, deadline);
  }

  final boolean hasTimer() {
    return !deadlines.isEmpty();
  }

  final void advance(long micros) {
    now += micros;
  }

  final long time() {
    return now;
  }

  @Override
  public void send(int peer, M message) {
    checkOpen();
    requireOther(peer);
    note(new Effect.Sent(peer, message));
  }

  @Override
  public final void schedule(int timer, long delayMicros) {
    checkOpen();
    long deadline = deadlineMicros(timer, delayMicros);
    deadlines.remove(timer);
    deadlines.put(timer, deadline);
    note(new Effect.Scheduled(timer, delayMicros));
  }

  @Override
  public final void cancel(int timer) {
    checkOpen();
    deadlines.remove(timer);
    note(new Effect.Cancelled(timer));
  }
}
