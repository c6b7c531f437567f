package org.hearsay.detectors.onsend;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.detectors.onsend.OnSendMessage.Answer;
import org.hearsay.detectors.onsend.OnSendMessage.Query;

/**
 * A node that finds out that a peer is dead when it has something to say to it, and not before.
 *
 * <p>An envelope for a peer that has been silent for a time-out takes a question along. Without a
 * sign of life the peer is asked once more, and then taken for dead; from then on it is asked now
 * and then whether it is back. Links that nothing is sent over cost nothing, and deaths behind them
 * stay unknown: with HyParView (Leitão et al. 2007) that is TCP without keep-alive.
 *
 * <p><b>Cost:</b> an answer for each time-out in which a peer is sent to and has nothing to say
 * itself.
 */
final class OnSend implements Detector<OnSendMessage> {
  private static final int CHECK = 0;
  private static final long NEVER = Long.MAX_VALUE;

  /** A peer that owes a sign of life. */
  private static final class Debt {
    private boolean reminded;
    private long deadlineMicros;

    private Debt(long deadlineMicros) {
      this.deadlineMicros = deadlineMicros;
    }
  }

  private final long timeoutMicros;
  private final long probeMicros;
  private final Map<Integer, Debt> debts = new LinkedHashMap<>();

  /** When something came from a peer last, for as long as that says anything. */
  private final Map<Integer, Long> heardMicros = new LinkedHashMap<>();

  private long checkMicros = NEVER;

  OnSend(OnSendConfig config) {
    timeoutMicros = TimeUnit.MICROSECONDS.convert(config.timeout());
    probeMicros = TimeUnit.MICROSECONDS.convert(config.probe());
  }

  @Override
  public void onStart(DetectorNode<OnSendMessage> node) {}

  @Override
  public void onDeparture(DetectorNode<OnSendMessage> node, int peer) {
    long now = node.nowMicros();
    Long heard = heardMicros.get(peer);
    boolean wellKnown = heard != null && now - heard < timeoutMicros;
    if (!wellKnown && !debts.containsKey(peer)) {
      node.send(peer, new Query());
      owe(node, peer, now + timeoutMicros);
    }
  }

  private void owe(DetectorNode<OnSendMessage> node, int peer, long deadlineMicros) {
    debts.put(peer, new Debt(deadlineMicros));
    checkBy(node, deadlineMicros);
  }

  @Override
  public void onHeard(DetectorNode<OnSendMessage> node, int peer) {
    debts.remove(peer);
    heardMicros.remove(peer);
    heardMicros.put(peer, node.nowMicros());
    forgetWhoWasHeardLongAgo(node.nowMicros());
  }

  /** What the peer was asked, and what it said, was in its last life. */
  @Override
  public void onRestart(DetectorNode<OnSendMessage> node, int peer) {
    debts.remove(peer);
    heardMicros.remove(peer);
  }

  /** The map is in order of time. */
  private void forgetWhoWasHeardLongAgo(long now) {
    Iterator<Long> moments = heardMicros.values().iterator();
    while (moments.hasNext() && now - moments.next() >= timeoutMicros) {
      moments.remove();
    }
  }

  @Override
  public void onMessage(DetectorNode<OnSendMessage> node, int from, OnSendMessage message) {
    if (message instanceof Query) {
      node.send(from, new Answer());
    }
  }

  @Override
  public void onWatchChanged(DetectorNode<OnSendMessage> node) {
    debts.keySet().removeIf(peer -> node.isDown(peer) && !node.links().contains(peer));
  }

  @Override
  public void onTimer(DetectorNode<OnSendMessage> node, int timer) {
    checkMicros = NEVER;
    long now = node.nowMicros();
    List<Integer> forgotten = new ArrayList<>();
    debts.forEach(
        (peer, debt) -> {
          if (debt.deadlineMicros <= now && !remind(node, peer, debt)) {
            forgotten.add(peer);
          }
        });
    debts.keySet().removeAll(forgotten);
    debts.values().forEach(debt -> checkBy(node, debt.deadlineMicros));
  }

  /** Asks again, or draws the conclusion; whether the peer is to be asked yet again. */
  private boolean remind(DetectorNode<OnSendMessage> node, int peer, Debt debt) {
    if (debt.reminded && !node.isDown(peer)) {
      node.down(peer);
    }
    boolean down = debt.reminded;
    if (down && !node.links().contains(peer)) {
      return false;
    }
    node.send(peer, new Query());
    debt.reminded = true;
    debt.deadlineMicros = node.nowMicros() + (down ? probeMicros : timeoutMicros);
    return true;
  }

  private void checkBy(DetectorNode<OnSendMessage> node, long micros) {
    if (micros < checkMicros) {
      checkMicros = micros;
      node.schedule(CHECK, Math.max(0, micros - node.nowMicros()));
    }
  }
}
