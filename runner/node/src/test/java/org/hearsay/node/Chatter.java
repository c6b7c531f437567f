package org.hearsay.node;

import java.time.Duration;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.Option;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;

/**
 * A strategy for tests: a flood that says what it knows when it starts and again at intervals. Its
 * options have every type an option can have, its messages a component of every kind.
 */
public final class Chatter implements Strategy<Chatter.Talk> {
  /** The timer after which it says again what it knows. */
  public static final int COMPARE_TIMER = 0;

  /** Everything about it. */
  public static final StrategyDescriptor<Settings, Talk> DESCRIPTOR =
      StrategyDescriptor.describe("chatter")
          .summary("Tells every neighbor")
          .paper("Nobody, Untitled, 1970")
          .cost("n - 1 messages")
          .build(
              Talk.class,
              new Settings(8, 1L << 40, 0.5, true, Duration.ofMillis(250), Mood.CALM),
              Chatter::new);

  private final Settings settings;

  /** With its options. */
  public Chatter(Settings settings) {
    this.settings = settings;
  }

  /** An option that is one of two words. */
  public enum Mood {
    /** The first. */
    CALM,
    /** The second. */
    VERY_EXCITED
  }

  /**
   * One option of each type.
   *
   * @param maxHops how far a rumor goes
   * @param quota unused
   * @param share unused
   * @param eager whether rumors are told at all
   * @param interval the time between two comparisons
   * @param mood unused
   */
  public record Settings(
      @Option("How far a rumor goes") int maxHops,
      long quota,
      double share,
      boolean eager,
      Duration interval,
      Mood mood) {
    /** Refuses what makes no sense. */
    public Settings {
      if (maxHops < 0) {
        throw new IllegalArgumentException("max-hops must be 0 or larger, not " + maxHops);
      }
    }
  }

  /** What it says. */
  public sealed interface Talk extends Message {
    /**
     * Passes rumors on.
     *
     * @param rumors what is told
     * @param hops how often it was told before
     * @param sentMicros when, by the sender's clock
     * @param urgent unused
     */
    record Tell(Rumors rumors, int hops, long sentMicros, boolean urgent) implements Talk {}

    /**
     * Compares knowledge.
     *
     * @param wanted rumors heard of and not known
     * @param known what the sender knows
     */
    record CompareNotes(RumorIds wanted, Digest known) implements Talk {}
  }

  /** The plug-in. */
  public static final class Module extends StrategyModule {
    @Override
    protected StrategyDescriptor<?, ?> descriptor() {
      return DESCRIPTOR;
    }
  }

  @Override
  public void onStart(Node<Talk> node) {
    compareNotes(node);
  }

  @Override
  public void onTimer(Node<Talk> node, int timer) {
    compareNotes(node);
  }

  @Override
  public void onBroadcast(Node<Talk> node, long rumor) {
    tell(node, node.id(), new Talk.Tell(Rumors.of(rumor), 0, node.nowMicros(), true));
  }

  @Override
  public void onMessage(Node<Talk> node, int from, Talk message) {
    if (message instanceof Talk.Tell tell) {
      Rumors fresh = node.deliver(tell.rumors());
      if (!fresh.isEmpty() && tell.hops() < settings.maxHops()) {
        tell(node, from, new Talk.Tell(fresh, tell.hops() + 1, node.nowMicros(), false));
      }
    }
  }

  private void compareNotes(Node<Talk> node) {
    for (int i = 0; i < node.neighbors().size(); i++) {
      node.send(node.neighbors().get(i), new Talk.CompareNotes(RumorIds.NONE, node.log().digest()));
    }
    node.schedule(COMPARE_TIMER, settings.interval().toNanos() / 1000);
  }

  private void tell(Node<Talk> node, int except, Talk.Tell tell) {
    for (int i = 0; settings.eager() && i < node.neighbors().size(); i++) {
      if (node.neighbors().get(i) != except) {
        node.send(node.neighbors().get(i), tell);
      }
    }
  }
}
