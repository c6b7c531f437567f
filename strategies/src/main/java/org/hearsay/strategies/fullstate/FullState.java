package org.hearsay.strategies.fullstate;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Strategy;

/**
 * A node that sends all it knows to every neighbor, again and again: the naive strategy that the
 * others are measured against.
 *
 * <p>It remembers nothing about its neighbors, so nothing that happens to them or to a message can
 * mislead it: whatever was missed comes again with the next interval. State-based replicated data
 * types (Shapiro et al.) spread so in their plain form. We differ in nothing that matters, as a log
 * of rumors is a grow-only set; the first send is at a random moment of the interval, so that the
 * nodes of a cluster that started together do not all send at once.
 *
 * <p><b>Cost:</b> {@code sum(degree)} messages per interval, for ever, of {@code |log|} rumors
 * each; a rumor needs half an interval per hop on average.
 */
final class FullState implements Strategy<WholeLog> {
  private static final int TICK = 0;

  private final long intervalMicros;

  FullState(FullStateConfig config) {
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
  }

  @Override
  public void onStart(Node<WholeLog> node) {
    node.schedule(TICK, node.random().nextLong(intervalMicros));
  }

  @Override
  public void onBroadcast(Node<WholeLog> node, long rumor) {
    // The next tick sends it with the rest of the log.
  }

  @Override
  public void onMessage(Node<WholeLog> node, int from, WholeLog message) {
    node.deliver(message.rumors());
  }

  @Override
  public void onTimer(Node<WholeLog> node, int timer) {
    RumorLog log = node.log();
    if (log.size() > log.first()) {
      tellAll(node, new WholeLog(log.slice(0, log.size())));
    }
    node.schedule(TICK, intervalMicros);
  }

  private static void tellAll(Node<WholeLog> node, WholeLog message) {
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      node.send(neighbors.get(i), message);
    }
  }
}
