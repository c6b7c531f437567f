package org.hearsay.node.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;

/**
 * What waits to be sent to one peer: {@value #MOST_MESSAGES} messages and {@value #MOST_BYTES}
 * bytes as estimated, or a single message that is larger. A message drops those that it {@linkplain
 * Message#supersedes supersedes}; where there is too much, or something waits for longer than
 * {@link #MOST_WAIT_MICROS}, the oldest of the {@linkplain Message#isLazy lazy} ones goes first,
 * and then the oldest of the others. What is dropped is counted.
 */
final class PeerOutbox {
  static final int MOST_MESSAGES = 1_000;
  static final int MOST_BYTES = 1_000_000;

  /** What has waited for so long is brought by anti-entropy at less expense: it gathers more. */
  static final long MOST_WAIT_MICROS = 1_000_000;

  /** Which types of messages supersede any: for the others nobody need be asked. */
  private static final ClassValue<Boolean> SUPERSEDES =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          try {
            return type.getMethod("supersedes", Message.class).getDeclaringClass() != Message.class;
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  private record Waiting(Message message, int bytes, long sinceMicros) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final MessageBytes sizes;
  private final Counters counters;
  private final Level queued;
  private final Missed missed;
  private int bytes;
  private int lazy;

  /**
   * An empty outbox.
   *
   * @param queued what waits in all outboxes of the node
   * @param missed hears of what is dropped
   */
  PeerOutbox(MessageBytes sizes, Counters counters, Level queued, Missed missed) {
    this.sizes = sizes;
    this.counters = counters;
    this.queued = queued;
    this.missed = missed;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  int messages() {
    return waiting.size();
  }

  int bytes() {
    return bytes;
  }

  /** How long the oldest message has waited; 0 if there is none. */
  long waitedMicros(long nowMicros) {
    Waiting oldest = waiting.peek();
    return oldest == null ? 0 : nowMicros - oldest.sinceMicros;
  }

  /** Adds a message, for which others may have to go. */
  void add(Message message, long nowMicros) {
    dropSuperseded(message);
    waiting.add(new Waiting(message, sizes.of(message), nowMicros));
    count(waiting.peekLast(), 1);
    while (waiting.size() > 1 && (waiting.size() > MOST_MESSAGES || bytes > MOST_BYTES)) {
      dropOne();
    }
    queued.add(waiting.size());
  }

  private void dropSuperseded(Message message) {
    queued.add(-waiting.size());
    if (!SUPERSEDES.get(message.getClass())) {
      return;
    }
    removeIf(message::supersedes);
  }

  private void removeIf(Predicate<Message> pointless) {
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      if (pointless.test(next.message)) {
        each.remove();
        count(next, -1);
        counters.add(Count.SUPERSEDED, 1);
      }
    }
  }

  private void count(Waiting each, int sign) {
    bytes += sign * each.bytes;
    lazy += each.message.isLazy() ? sign : 0;
  }

  private void dropOne() {
    if (lazy == 0) {
      drop(waiting.remove());
      return;
    }
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      if (next.message.isLazy()) {
        each.remove();
        drop(next);
        return;
      }
    }
  }

  private void drop(Waiting dropped) {
    count(dropped, -1);
    countDropped(dropped.message);
  }

  private void countDropped(Message message) {
    missed.add(message);
    if (message.isLazy()) {
      counters.add(Count.LAZY_DROPPED, 1);
    } else {
      counters.add(Count.DROPPED, 1);
      counters.add(Count.RUMORS_DROPPED, message.rumors().size());
    }
  }

  /** Drops what has waited too long. */
  void dropOverdue(long nowMicros) {
    queued.add(-waiting.size());
    while (waitedMicros(nowMicros) > MOST_WAIT_MICROS) {
      drop(waiting.remove());
    }
    queued.add(waiting.size());
  }

  /** Drops what carries rumors, and none but these, which the peer knows. */
  void dropKnown(Set<Long> known) {
    queued.add(-waiting.size());
    removeIf(
        message -> {
          RumorIds carried = message.rumors().ids();
          return !carried.isEmpty() && carried.stream().allMatch(known::contains);
        });
    queued.add(waiting.size());
  }

  /** Drops all that waits. */
  void dropAll() {
    queued.add(-waiting.size());
    while (!waiting.isEmpty()) {
      drop(waiting.remove());
    }
  }

  /** Counts a message as dropped that does not even begin to wait. */
  void refuse(Message message) {
    countDropped(message);
  }

  /**
   * Takes out what goes into an envelope of so many messages and bytes: the oldest, one at least.
   */
  List<Message> take(int batchMessages, int batchBytes) {
    queued.add(-waiting.size());
    List<Message> batch = new ArrayList<>();
    int taken = 0;
    while (!waiting.isEmpty()
        && batch.size() < batchMessages
        && (batch.isEmpty() || taken + waiting.peek().bytes <= batchBytes)) {
      Waiting next = waiting.remove();
      count(next, -1);
      taken += next.bytes;
      batch.add(next.message);
    }
    queued.add(waiting.size());
    return batch;
  }
}
