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
import org.hearsay.strategies.fanout.FanoutMessage.Feedback;
import org.hearsay.strategies.fanout.FanoutMessage.Known;
import org.hearsay.strategies.fanout.FanoutMessage.Pull;
import org.hearsay.strategies.fanout.FanoutMessage.Push;

/**
 * A node that pushes what is hot to a few random members each cycle, or asks them for it, and loses
 * interest in a rumor that everybody seems to know: rumor mongering.
 *
 * <p>A rumor is hot from the moment it is learned. Members who knew it say so, and with {@code k}
 * of them in a row, or with probability 1/k at each, it goes cold. Nobody finds out who was never
 * told, so some may not be: the strategy trades certainty for a price that does not depend on the
 * topology.
 *
 * <p>The paper is Demers et al. (1987), section 1.4, with its choices of push or pull, feedback or
 * blind and counter or coin. Theirs are synchronous cycles with a contact each: {@code
 * synchronous=true,fanout=1} is that, in a network much faster than a cycle. Otherwise cycles start
 * at a random moment, when something becomes hot, and end when nothing is. A cycle has {@code
 * fanout} contacts, and one of them that needed the rumor resets its counter, as silence shows
 * ({@link Heat}). Lost feedback looks like silence as well, so a node that hears nobody would push
 * for ever: {@code maxCycles} ends that.
 *
 * <p>Who pulls cannot tell silence from ignorance, and would have to ask for ever; here a node that
 * has learned nothing for {@code maxCycles} cycles asks no more until it does. A pulled rumor's
 * counter counts cycles, by what those who asked in them say.
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
  private int cyclesWithoutNews;
  private boolean cycling;

  Fanout(FanoutConfig config) {
    this.config = config;
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
  }

  @Override
  public void onStart(Node<FanoutMessage> node) {
    if (config.direction().pulls()) {
      beginCycles(node);
    }
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
    } else if (message instanceof Pull) {
      Rumors wanted = passedOnIn(cycleNow(node));
      if (!wanted.isEmpty()) {
        node.send(from, new Push(cycle, wanted));
      }
    } else if (message instanceof Feedback feedback) {
      take(feedback.known(), false);
      take(feedback.needed(), true);
    }
  }

  @Override
  public void onTimer(Node<FanoutMessage> node, int timer) {
    if (config.direction().pulls()) {
      hot.values().removeIf(heat -> isOverAfterCycle(node, heat));
    }
    boolean asks = config.direction().pulls() && cyclesWithoutNews < config.maxCycles();
    if (hot.isEmpty() && !asks) {
      cycling = false;
      return;
    }
    cycle = config.synchronous() ? cycleNow(node) : cycle + 1;
    cyclesWithoutNews++;
    contact(node, asks);
    hot.values().forEach(Heat::passOn);
    if (!config.direction().pulls()) {
      hot.values().removeIf(heat -> isOver(node, heat.cycles()));
    }
    node.schedule(CYCLE, config.synchronous() ? untilNextCycle(node) : intervalMicros);
  }

  private void contact(Node<FanoutMessage> node, boolean asks) {
    boolean pushes = config.direction().pushes() && !hot.isEmpty();
    if (!pushes && !asks) {
      return;
    }
    Push push = new Push(cycle, passedOnIn(cycle));
    for (int member : node.members().sample(config.fanout(), node.random())) {
      if (pushes) {
        node.send(member, push);
      }
      if (asks) {
        node.send(member, new Pull());
      }
    }
  }

  /** What is hot; in synchronous cycles, what was so when a cycle began. */
  private Rumors passedOnIn(long now) {
    RumorIds.Builder ids = RumorIds.builder();
    hot.forEach(
        (rumor, heat) -> {
          if (!isFresh(heat, now)) {
            ids.add(rumor);
          }
        });
    return new Rumors(ids.build());
  }

  private boolean isFresh(Heat heat, long now) {
    return config.synchronous() && heat.learnedInCycle() == now;
  }

  private void learn(Node<FanoutMessage> node, int from, Push push) {
    RumorIds.Builder known = RumorIds.builder();
    RumorIds.Builder needed = RumorIds.builder();
    for (int i = 0; i < push.rumors().size(); i++) {
      long rumor = push.rumors().get(i);
      Heat before = hot.get(rumor);
      if (node.deliver(rumor)) {
        heat(node, rumor);
        needed.add(rumor);
      } else if (before != null && isFresh(before, cycleNow(node))) {
        needed.add(rumor);
      } else {
        known.add(rumor);
      }
    }
    if (config.mode() == Mode.FEEDBACK) {
      if (config.direction().pulls()) {
        node.send(from, new Feedback(known.build(), needed.build()));
      } else if (known.size() > 0) {
        node.send(from, new Known(push.cycle(), known.build()));
      }
    }
  }

  private void heat(Node<FanoutMessage> node, long rumor) {
    hot.put(rumor, new Heat(cycleNow(node)));
    cyclesWithoutNews = 0;
    beginCycles(node);
  }

  private void beginCycles(Node<FanoutMessage> node) {
    if (!cycling) {
      cycling = true;
      node.schedule(
          CYCLE,
          config.synchronous() ? untilNextCycle(node) : node.random().nextLong(intervalMicros));
    }
  }

  private long cycleNow(Node<FanoutMessage> node) {
    return config.synchronous() ? node.nowMicros() / intervalMicros : cycle;
  }

  private long untilNextCycle(Node<FanoutMessage> node) {
    return intervalMicros - node.nowMicros() % intervalMicros;
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

  private void take(RumorIds rumors, boolean needed) {
    for (int i = 0; i < rumors.size(); i++) {
      Heat heat = hot.get(rumors.get(i));
      if (heat != null) {
        heat.answered(needed);
      }
    }
  }

  /** Whether the interest in a rumor that others may ask for ended with a cycle. */
  private boolean isOverAfterCycle(Node<FanoutMessage> node, Heat heat) {
    if (heat.cycles() == 0) {
      return false;
    }
    boolean inVain = heat.endsInVain();
    return isOver(node, heat.cycles())
        || (config.mode() == Mode.FEEDBACK
            && inVain
            && (config.stop() == Stop.COIN
                ? oneIn(config.k(), node)
                : heat.cyclesInVain() >= config.k()));
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
