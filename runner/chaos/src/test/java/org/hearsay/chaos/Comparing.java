package org.hearsay.chaos;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;

/**
 * Asks a random member again and again for what it lacks, and tells all neighbors what is new. Two
 * mistakes can be planted.
 */
final class Comparing implements Strategy<Comparing.Talk> {
  private static final int TICK = 0;
  private static final long INTERVAL_MICROS = 300_000;

  /** What is wrong with it. */
  enum Mistake {
    /** Nothing. */
    NONE,
    /** A digest says that it knows one rumor more of each source than it does. */
    DIGEST_OFF_BY_ONE,
    /**
     * The timer is set with the first news, as all is quiet until then; a node that comes back and
     * hears no news never sets it again.
     */
    TIMER_FORGOTTEN_AFTER_RESTART
  }

  /** What is said. */
  sealed interface Talk extends Message {
    /** News. */
    record News(Rumors rumors) implements Talk {}

    /**
     * A question for what is missing.
     *
     * @param digest what the asker knows
     */
    record Question(Digest digest) implements Talk {}
  }

  /** Without options. */
  record Config() {}

  private final Mistake mistake;
  private boolean ticking;

  private Comparing(Mistake mistake) {
    this.mistake = mistake;
  }

  static StrategyDescriptor<?, ?> descriptor(Mistake mistake) {
    return StrategyDescriptor.describe("comparing")
        .summary("Ask for what is missing")
        .paper("none")
        .cost("unknown")
        .traits(
            Trait.DELIVERS_TO_ALL,
            Trait.TOLERATES_LOSS,
            Trait.HEALS_PARTITIONS,
            Trait.SURVIVES_RESTART)
        .build(Talk.class, new Config(), config -> new Comparing(mistake));
  }

  @Override
  public void onStart(Node<Talk> node) {
    if (mistake != Mistake.TIMER_FORGOTTEN_AFTER_RESTART) {
      tickOn(node);
    }
  }

  private void tickOn(Node<Talk> node) {
    if (!ticking) {
      ticking = true;
      node.schedule(TICK, node.random().nextLong(INTERVAL_MICROS));
    }
  }

  @Override
  public void onBroadcast(Node<Talk> node, long rumor) {
    tell(node, Rumors.of(rumor));
  }

  private void tell(Node<Talk> node, Rumors rumors) {
    tickOn(node);
    for (int i = 0; i < node.neighbors().size(); i++) {
      node.send(node.neighbors().get(i), new Talk.News(rumors));
    }
  }

  @Override
  public void onMessage(Node<Talk> node, int from, Talk message) {
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tell(node, fresh);
    }
    if (message instanceof Talk.Question question) {
      Rumors missing = node.log().missingFrom(question.digest());
      if (!missing.isEmpty()) {
        node.send(from, new Talk.News(missing));
      }
    }
  }

  @Override
  public void onTimer(Node<Talk> node, int timer) {
    for (int partner : node.members().sample(1, node.random())) {
      node.send(partner, new Talk.Question(digest(node)));
    }
    node.schedule(TICK, INTERVAL_MICROS);
  }

  private Digest digest(Node<Talk> node) {
    List<Digest.Range> known = node.log().digest().entries();
    if (mistake != Mistake.DIGEST_OFF_BY_ONE || known.isEmpty()) {
      return new Digest(known);
    }
    Digest.Range last = known.get(known.size() - 1);
    List<Digest.Range> wrong = new ArrayList<>(known);
    wrong.set(known.size() - 1, new Digest.Range(last.source(), last.start(), last.end() + 1));
    return new Digest(wrong);
  }
}
