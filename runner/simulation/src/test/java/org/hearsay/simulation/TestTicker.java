package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;

/** Tells its neighbors each tenth of a second how often it has, and what its clock shows. */
final class TestTicker implements Strategy<TestTicker.Tick> {
  private static final long PERIOD_MICROS = 100_000;

  record Tick(int number, long clockMicros) implements Message {}

  record Config() {}

  /** A tick that was sent. */
  record Sent(long micros, int from, int number, long clockMicros) {}

  /** A tick that a node reacted to. */
  record Received(long micros, int from, int to) {}

  /** Keeps what happens. */
  static final class Diary implements RunObserver {
    final List<Sent> sent = new ArrayList<>();
    final List<Received> received = new ArrayList<>();
    final List<Received> lost = new ArrayList<>();
    final List<String> faults = new ArrayList<>();

    @Override
    public void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] b) {
      for (Message message : envelope) {
        Tick tick = (Tick) message;
        sent.add(new Sent(micros, from, tick.number, tick.clockMicros));
      }
    }

    @Override
    public void received(long micros, int from, int to, List<? extends Message> envelope) {
      received.add(new Received(micros, from, to));
    }

    @Override
    public void lost(long micros, int from, int to, List<? extends Message> envelope) {
      lost.add(new Received(micros, from, to));
    }

    @Override
    public void fault(long micros, String what) {
      faults.add(what);
    }
  }

  private int ticks;

  static ConfiguredStrategy<Config, Tick> configured() {
    StrategyDescriptor<Config, Tick> descriptor =
        StrategyDescriptor.describe("test-ticker")
            .summary("Tick")
            .paper("None")
            .cost("Ten a second")
            .build(Tick.class, new Config(), config -> new TestTicker());
    return new ConfiguredStrategy<>(descriptor, new Config());
  }

  @Override
  public void onStart(Node<Tick> node) {
    node.schedule(0, PERIOD_MICROS);
  }

  @Override
  public void onTimer(Node<Tick> node, int timer) {
    ticks++;
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      node.send(neighbors.get(i), new Tick(ticks, node.nowMicros()));
    }
    node.schedule(0, PERIOD_MICROS);
  }

  @Override
  public void onMessage(Node<Tick> node, int from, Tick message) {}

  @Override
  public void onBroadcast(Node<Tick> node, long rumor) {}
}
