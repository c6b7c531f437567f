package org.hearsay.strategies.mediancounter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.mediancounter.CallMessage.Call;
import org.hearsay.strategies.mediancounter.CallMessage.Stopped;
import org.hearsay.strategies.mediancounter.CallMessage.Tell;
import org.hearsay.strategies.mediancounter.CallMessage.TellLast;

/**
 * A node that calls one random member a round, each telling the other what it spreads, until the
 * median of those it meets has spread it as long: the median-counter algorithm.
 *
 * <p>A node that does not know a rumor is in state A. One that does is in state B with a counter,
 * and compares it with those of its partners (whom it called, and who called it): one more if more
 * of them have at least as much than have less or do not know the rumor. Above the highest counter
 * comes state C, which spreads the rumor for as many rounds again and draws whoever hears of it
 * along, and then state D, which is silent. Pulling ends what pushing began: once half the nodes
 * know a rumor, the share that does not is squared in each round.
 *
 * <p>The paper is Karp et al. (2000), whose rounds are synchronous, whose calls are free and whose
 * constants are not given. Here a node that has learned nothing for {@code maxRounds} rounds calls
 * no more until it does, the highest counter is {@code ln ln n}, rounded down but 1 at least, and a
 * node in state D says so if it is told the rumor, and counts as ahead: among many of those, the
 * last one in state B would not find its median.
 *
 * <p><b>Cost:</b> {@code O(n ln ln n)} rumors told per broadcast, in {@code log3(n) + O(ln ln n)}
 * rounds, of {@code n} to {@code 2 n} messages each.
 */
final class MedianCounter implements Strategy<CallMessage> {
  private static final int ROUND = 0;

  private final MedianCounterConfig config;
  private final long intervalMicros;
  private final Map<Long, Interest> spread = new LinkedHashMap<>();
  private long round;
  private int partners;
  private int roundsWithoutNews;
  private boolean calling;

  MedianCounter(MedianCounterConfig config) {
    this.config = config;
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
  }

  @Override
  public void onStart(Node<CallMessage> node) {
    beginRounds(node);
  }

  @Override
  public void onBroadcast(Node<CallMessage> node, long rumor) {
    learn(node, rumor);
  }

  @Override
  public void onMessage(Node<CallMessage> node, int from, CallMessage message) {
    if (message instanceof Call) {
      partners++;
      tell(node, from);
    } else if (message instanceof Tell tell) {
      hear(node, from, tell.rumors(), interest -> interest.heard(tell.counter()));
    } else if (message instanceof TellLast tell) {
      hear(node, from, tell.rumors(), Interest::heardOfC);
    } else if (message instanceof Stopped stopped) {
      for (int i = 0; i < stopped.ids().size(); i++) {
        Interest interest = spread.get(stopped.ids().get(i));
        if (interest != null) {
          interest.heardOfD();
        }
      }
    }
  }

  private void hear(
      Node<CallMessage> node, int from, Rumors rumors, Consumer<Interest> takingItIn) {
    RumorIds.Builder stopped = RumorIds.builder();
    for (int i = 0; i < rumors.size(); i++) {
      long rumor = rumors.get(i);
      if (node.deliver(rumor)) {
        learn(node, rumor);
      }
      Interest interest = spread.get(rumor);
      if (interest == null) {
        stopped.add(rumor);
      } else {
        takingItIn.accept(interest);
      }
    }
    if (stopped.size() > 0) {
      node.send(from, new Stopped(stopped.build()));
    }
  }

  private void learn(Node<CallMessage> node, long rumor) {
    int highest = config.counterAmong(node.members().size() + 1);
    spread.put(rumor, new Interest(highest, roundNow(node)));
    roundsWithoutNews = 0;
    beginRounds(node);
  }

  @Override
  public void onTimer(Node<CallMessage> node, int timer) {
    endRound(config.synchronous() ? roundNow(node) - 1 : round);
    if (roundsWithoutNews >= config.maxRounds()) {
      spread.clear();
      calling = false;
      return;
    }
    round = config.synchronous() ? roundNow(node) : round + 1;
    roundsWithoutNews++;
    for (int member : node.members().sample(1, node.random())) {
      partners++;
      node.send(member, new Call());
      tell(node, member);
    }
    node.schedule(ROUND, config.synchronous() ? untilNextRound(node) : intervalMicros);
  }

  private void endRound(long ended) {
    spread.values().forEach(interest -> interest.endRound(partners, isFresh(interest, ended)));
    spread.values().removeIf(Interest::isOver);
    partners = 0;
  }

  /** Tells a member everything that is spread, in synchronous rounds since before this one. */
  private void tell(Node<CallMessage> node, int member) {
    Map<Integer, RumorIds.Builder> byCounter = new TreeMap<>();
    RumorIds.Builder last = RumorIds.builder();
    spread.forEach(
        (rumor, interest) -> {
          if (config.synchronous() && isFresh(interest, roundNow(node))) {
            return;
          }
          (interest.isInStateC()
                  ? last
                  : byCounter.computeIfAbsent(interest.counter(), counter -> RumorIds.builder()))
              .add(rumor);
        });
    byCounter.forEach(
        (counter, ids) -> node.send(member, new Tell(counter, new Rumors(ids.build()))));
    if (last.size() > 0) {
      node.send(member, new TellLast(new Rumors(last.build())));
    }
  }

  private static boolean isFresh(Interest interest, long now) {
    return interest.learnedInRound() == now;
  }

  private void beginRounds(Node<CallMessage> node) {
    if (!calling) {
      calling = true;
      node.schedule(
          ROUND,
          config.synchronous() ? untilNextRound(node) : node.random().nextLong(intervalMicros));
    }
  }

  private long roundNow(Node<CallMessage> node) {
    return config.synchronous() ? node.nowMicros() / intervalMicros : round;
  }

  private long untilNextRound(Node<CallMessage> node) {
    return intervalMicros - node.nowMicros() % intervalMicros;
  }
}
