package org.hearsay.strategies.fanout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.fanout.FanoutConfig.Mode;
import org.hearsay.strategies.fanout.FanoutConfig.Stop;
import org.hearsay.strategies.fanout.FanoutMessage.Known;
import org.hearsay.strategies.fanout.FanoutMessage.Push;

/**
 * A node that pushes what is hot to a few random members each cycle, and loses interest in a rumor
 * that everybody seems to know: rumor mongering.
 *
 * <p>A rumor is hot from the moment it is learned. Members who knew it say so, and with {@code k}
 * of them in a row, or with probability 1/k at each, it goes cold. Nobody finds out who was never
 * told, so some may not be: the strategy trades certainty for a price that does not depend on the
 * topology.
 *
 * <p>The paper is Demers et al. (1987), section 1.4, with its choices of feedback or blind and
 * counter or coin. Theirs are synchronous cycles with a contact each; we deviate where that does
 * not carry over. Cycles start at a random moment, when something becomes hot, and end when nothing
 * is. A cycle has {@code fanout} contacts, and one of them that needed the rumor resets its
 * counter, as silence shows ({@link Heat}). Lost feedback looks like silence as well, so a node
 * that hears nobody would push for ever: {@code maxCycles} ends that.
 *
 * <p><b>Cost:</b> {@code m * n} rumors pushed per broadcast leave a share {@code e^-m} of the nodes
 * untold (section 1.4), {@code m} growing with {@code k}; rumors hot together share their pushes.
 * Feedback adds up to a message per push. A rumor needs about {@code log(n) / log(1 + fanout)}
 * cycles for most and {@code ln(n) / fanout} more for the last.
 */
final class Fanout implements Strategy<FanoutMessage> {
  private static final int CYCLE = 0;

  private final FanoutConfig config;
  private final long intervalMicros;
  private final Map<Long, Heat> hot = new LinkedHashMap<>();
  private long cycle;
  private boolean cycling;

  Fanout(FanoutConfig config) {
    this.config = config;
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
  }

  @Override
  public void onBroadcast(Node<FanoutMessage> node, long rumor) {
    heat(node, rumor);
  }

  @Override
  public void onMessage(Node<FanoutMessage> node, int from, FanoutMessage message) {
    if (message instanceof Push push) {
      learn(node, from, push);
    } else if (message instanceof Known known) {
      for (int i = 0; i < known.ids().size(); i++) {
        cool(node, known.ids().get(i), known.cycle());
      }
    }
  }

  @Override
  public void onTimer(Node<FanoutMessage> node, int timer) {
    if (hot.isEmpty()) {
      cycling = false;
      return;
    }
    cycle++;
    push(node);
    hot.values().removeIf(heat -> isOver(node, heat.pushed()));
    node.schedule(CYCLE, intervalMicros);
  }

  private void push(Node<FanoutMessage> node) {
    RumorIds.Builder ids = RumorIds.builder();
    hot.keySet().forEach(ids::add);
    Push push = new Push(cycle, new Rumors(ids.build()));
    for (int member : node.members().sample(config.fanout(), node.random())) {
      node.send(member, push);
    }
  }

  private void learn(Node<FanoutMessage> node, int from, Push push) {
    RumorIds.Builder known = RumorIds.builder();
    for (int i = 0; i < push.rumors().size(); i++) {
      long rumor = push.rumors().get(i);
      if (node.deliver(rumor)) {
        heat(node, rumor);
      } else {
        known.add(rumor);
      }
    }
    if (config.mode() == Mode.FEEDBACK && known.size() > 0) {
      node.send(from, new Known(push.cycle(), known.build()));
    }
  }

  private void heat(Node<FanoutMessage> node, long rumor) {
    hot.put(rumor, new Heat(cycle));
    if (!cycling) {
      cycling = true;
      node.schedule(CYCLE, node.random().nextLong(intervalMicros));
    }
  }

  /** Takes in that a contact of a cycle did not need a rumor, which may be the end of it. */
  private void cool(Node<FanoutMessage> node, long rumor, long pushedInCycle) {
    Heat heat = hot.get(rumor);
    if (heat == null) {
      return;
    }
    int contacts = Math.min(config.fanout(), node.members().size());
    int unneeded = heat.unneeded(pushedInCycle, contacts);
    if (config.stop() == Stop.COIN ? oneIn(config.k(), node) : unneeded >= config.k()) {
      hot.remove(rumor);
    }
  }

  /** Whether the interest in a rumor ends after so many cycles, whatever the feedback says. */
  private boolean isOver(Node<FanoutMessage> node, int cycles) {
    if (cycles >= config.maxCycles()) {
      return true;
    }
    if (config.mode() == Mode.FEEDBACK) {
      return false;
    }
    return config.stop() == Stop.COIN ? oneIn(config.k(), node) : cycles >= config.k();
  }

  private static boolean oneIn(int k, Node<FanoutMessage> node) {
    return node.random().nextInt(k) == 0;
  }
}
