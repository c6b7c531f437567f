package org.hearsay.node.flow;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowMessage.FlowCongested;
import org.hearsay.node.flow.FlowMessage.FlowMark;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;

/**
 * What goes to one peer, and when. What overlay and failure detector say leaves at once, as who is
 * late there is taken for dead, and is not numbered, so that it is not acknowledged either; all
 * else waits in an outbox until the peer's window is open and it is time for another envelope,
 * which is at once when the peer was left alone for a while.
 */
final class PeerFlow {
  /** A peer is asked for what was dropped this often at most. */
  static final long REPAIR_MICROS = 1_000_000;

  /** Who was not heard of for so long may not be there. */
  private static final long HEARD_MICROS = 1_000_000;

  /** Waiting for longer than this is not for the sake of gathering. */
  private static final long PRESSED_MICROS = 3 * Pace.MOST_MICROS;

  /**
   * What the flows to all peers of a node share.
   *
   * @param dropped hears of each rumor that is dropped, and of the peer that it was for
   */
  record Shared(
      Counters counters,
      MessageBytes sizes,
      Level queued,
      Level open,
      Lag lag,
      long firstNumber,
      Dropped dropped) {}

  /** Hears of rumors in messages that are dropped. */
  @FunctionalInterface
  interface Dropped {
    void accept(int peer, long rumor);
  }

  private final int peer;
  private final Shared shared;
  private final AckTime ackTime = new AckTime();
  private final Pace pace = new Pace(ackTime);
  private final Window window;
  private final Receipts receipts = new Receipts();
  private final Breaker breaker = new Breaker();
  private final PeerOutbox outbox;
  private long sentMicros = Long.MIN_VALUE / 2;
  private long congestedMicros = Long.MIN_VALUE / 2;
  private long heardMicros = Long.MIN_VALUE / 2;
  private int silentTimeouts;
  private final Missed missed;
  private long repairMicros = Long.MIN_VALUE / 2;

  PeerFlow(int peer, Shared shared) {
    this.peer = peer;
    this.shared = shared;
    this.window = new Window(shared.firstNumber(), ackTime);
    this.missed = new Missed(rumor -> shared.dropped().accept(peer, rumor));
    this.outbox = new PeerOutbox(shared.sizes(), shared.counters(), shared.queued(), missed);
  }

  int peer() {
    return peer;
  }

  /** Takes those messages that may wait out of an envelope, and puts in what is to leave now. */
  void pass(List<Message> envelope, long now) {
    for (Iterator<Message> each = envelope.iterator(); each.hasNext(); ) {
      Message message = each.next();
      if (!Envelope.isOfMembership(message)) {
        each.remove();
        queue(message, now);
      }
    }
    outbox.dropOverdue(now);
    long number = 0;
    if (mayLeave(now)) {
      boolean full = isFull();
      envelope.addAll(outbox.take(pace.batchMessages(), pace.batchBytes()));
      sentMicros = now;
      number = window.send(full, now);
    } else if (breaker.probeMicros() <= now) {
      breaker.probed(now);
      number = window.sendAside();
    }
    boolean acknowledges = receipts.areOpen() && !envelope.isEmpty();
    if (number > 0 || acknowledges || receipts.deadlineMicros() <= now) {
      sign(envelope, number, now);
    }
  }

  private void queue(Message message, long now) {
    if (breaker.isOpen()) {
      outbox.refuse(message);
    } else {
      outbox.add(message, now);
    }
  }

  private boolean mayLeave(long now) {
    return !outbox.isEmpty() && window.isOpen(pace.isSlowed()) && leavesMicros(now) <= now;
  }

  /** When the next envelope leaves, if the window is open. */
  private long leavesMicros(long now) {
    return isFull() && !pace.isSlowed()
        ? now
        : sentMicros + pace.intervalMicros(shared.lag().micros(now));
  }

  private boolean isFull() {
    return outbox.messages() >= pace.batchMessages() || outbox.bytes() >= pace.batchBytes();
  }

  private void sign(List<Message> envelope, long number, long now) {
    envelope.add(0, new FlowMark(number, receipts.received(), receipts.heldMicros(now)));
    receipts.told();
    if (shared.lag().stands(now)) {
      envelope.add(1, new FlowCongested());
    }
  }

  /** Something has come from the peer. */
  void heard(long now) {
    heardMicros = now;
    silentTimeouts = 0;
    if (breaker.close()) {
      shared.open().add(-1);
      window.reopen();
      missed.addUnknown();
      repairMicros = now;
    }
  }

  /** The peer knows what it brings: while messages back up, it need not be told that. */
  void brought(List<? extends Message> messages, long now) {
    if (isBackedUp(now)) {
      Set<Long> known = new HashSet<>();
      for (Message message : messages) {
        message.rumors().ids().stream().forEach(known::add);
      }
      outbox.dropKnown(known);
    }
  }

  /** Whether the peer is there. */
  boolean isHeard(long now) {
    return now - heardMicros < HEARD_MICROS;
  }

  /** Whether messages wait longer for the peer than they would have to. */
  private boolean isBackedUp(long now) {
    return outbox.waitedMicros(now) > PRESSED_MICROS;
  }

  /** Whether the peer cannot keep up, as it has said lately or as messages wait for it. */
  boolean isPressed(long now) {
    return isBackedUp(now) || now - congestedMicros < PRESSED_MICROS;
  }

  /** The peer says what has come, and what comes. */
  void marked(FlowMark mark, long now) {
    receipts.receive(mark.number(), now);
    Window.Acknowledged acknowledged = window.acknowledge(mark.received(), mark.heldMicros(), now);
    pace.acknowledged(acknowledged.count(), acknowledged.full());
  }

  /** The peer says that it cannot keep up. */
  void congested(long now) {
    congestedMicros = now;
    pace.congested(now);
  }

  /** When there is something to be done; {@link Long#MAX_VALUE} for never. */
  long deadlineMicros(long now) {
    long next = Math.min(receipts.deadlineMicros(), breaker.probeMicros());
    next = Math.min(next, window.deadlineMicros());
    if (!outbox.isEmpty() && window.isOpen(pace.isSlowed())) {
      next = Math.min(next, leavesMicros(now));
    }
    return wantsRepair(now) ? Math.min(next, repairMicros) : next;
  }

  private boolean wantsRepair(long now) {
    return !missed.isEmpty() && !breaker.isOpen() && !isBackedUp(now);
  }

  /**
   * Gives up what is late, and asks for what is missing; what is to leave is left to the caller.
   */
  void fire(long now, Repairs repairs) {
    if (window.deadlineMicros() <= now) {
      timeOut(now);
    }
    if (wantsRepair(now) && repairMicros <= now) {
      repairMicros = now + REPAIR_MICROS;
      missed.repair(peer, repairs);
    }
  }

  private void timeOut(long now) {
    shared.counters().add(Count.TIMED_OUT, window.timeOut());
    pace.timedOut(now);
    if (++silentTimeouts >= Breaker.TIMEOUTS) {
      breaker.open(now);
      shared.counters().add(Count.BREAKERS_OPENED, 1);
      shared.open().add(1);
      outbox.dropAll();
      missed.addUnknown();
    }
  }
}
