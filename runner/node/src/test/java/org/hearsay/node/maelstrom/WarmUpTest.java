package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.junit.jupiter.api.Test;

/** Guards against a warm-up that goes past the code it is to warm, or that does not end. */
final class WarmUpTest {
  private static final int TIMER = 0;

  private final List<Integer> heardBy = new ArrayList<>();
  private final List<Integer> firedAt = new ArrayList<>();

  record Say(Rumors rumors) implements Message {}

  record NoOptions() {}

  /** Tells each rumor on, and answers each message if it is to. */
  private final class Recorder implements Strategy<Say> {
    private final boolean endless;

    Recorder(boolean endless) {
      this.endless = endless;
    }

    @Override
    public void onBroadcast(Node<Say> node, long rumor) {
      node.send(node.neighbors().get(0), new Say(Rumors.of(rumor)));
      node.schedule(TIMER, 1);
    }

    @Override
    public void onMessage(Node<Say> node, int from, Say message) {
      node.deliver(message.rumors());
      heardBy.add(node.id());
      if (endless) {
        node.send(from, message);
      }
    }

    @Override
    public void onTimer(Node<Say> node, int timer) {
      firedAt.add(node.id());
    }
  }

  private void warmUp(boolean endless) {
    warmUp(endless, () -> 0);
  }

  private void warmUp(boolean endless, LongSupplier nanoTime) {
    WarmUp.of(
        ConfiguredStrategy.withDefaults(
            StrategyDescriptor.describe("recorder")
                .summary("Records")
                .paper("None")
                .cost("0")
                .build(Say.class, new NoOptions(), options -> new Recorder(endless))),
        nanoTime);
  }

  @Test
  void itEndsAfterTwoSeconds() {
    AtomicLong seconds = new AtomicLong();
    warmUp(false, () -> seconds.getAndIncrement() * 500_000_000);
    assertEquals(3, heardBy.size());
  }

  @Test
  void bothNodesSendReceiveAndFireTimers() {
    warmUp(false);
    assertEquals(new TreeSet<>(List.of(0, 1)), new TreeSet<>(heardBy));
    assertEquals(new TreeSet<>(List.of(0, 1)), new TreeSet<>(firedAt));
    assertTrue(heardBy.size() >= 100, heardBy.toString());
  }

  @Test
  void aConversationWithoutAnEndIsCut() {
    warmUp(true);
    assertTrue(heardBy.size() < 1_000_000);
  }
}
