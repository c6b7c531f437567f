package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.Sightings;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.repair.RepairMessage;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.nodes.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against traffic of overlay and detector that nobody counts, or the strategy pays for. */
final class ControlTrafficTest {
  private static final int NODES = 5;
  private static final long LIFE = 1_767_225_600_000L;

  record Hello(Sightings known, long age, boolean isReply) implements OverlayMessage {}

  record Ping(int number) implements DetectorMessage {}

  record Config() {}

  /** Joins every envelope that leaves. */
  private static final class Rider implements Detector<Ping> {
    @Override
    public void onStart(DetectorNode<Ping> node) {}

    @Override
    public void onDeparture(DetectorNode<Ping> node, int peer) {
      node.send(peer, new Ping(7));
    }
  }

  private static final Hello HELLO = new Hello(Sightings.NONE, 1, false);

  /** A flood among nodes that say hello to all their neighbors when they start. */
  private static ConfiguredStrategy<?, TestFlood.Tell> strategy(boolean withRider) {
    Overlay<Hello> greeter =
        node -> {
          Peers topology = node.topology();
          node.linkTo(topology);
          for (int i = 0; i < topology.size(); i++) {
            node.send(topology.get(i), HELLO);
          }
        };
    return TestFlood.configured(false)
        .within(
            new ConfiguredMembership(
                ConfiguredOverlay.withDefaults(
                    OverlayDescriptor.describe("greeter")
                        .summary("Says hello")
                        .paper("none")
                        .cost("n")
                        .build(Hello.class, new Config(), config -> greeter)),
                withRider
                    ? ConfiguredDetector.withDefaults(
                        DetectorDescriptor.describe("rider")
                            .summary("Joins every envelope")
                            .paper("none")
                            .cost("nothing")
                            .build(Ping.class, new Config(), config -> new Rider()))
                    : null,
                0));
  }

  private static Traffic run(
      WorldKind world, ConfiguredStrategy<?, TestFlood.Tell> strategy, RunObserver... observers) {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Shape(NODES, Topology.TOTAL))
            .with(
                new Settings.Load(
                    Workload.BROADCASTS, 10, Duration.ofSeconds(1), Duration.ofSeconds(1)));
    return Simulation.run(world, strategy, settings, Watch.NONE, observers).traffic();
  }

  @ParameterizedTest
  @EnumSource(WorldKind.class)
  void envelopesWithNothingOfTheStrategysAreCountedApart(WorldKind world) {
    Traffic bare = run(world, TestFlood.configured(false));
    AtomicLong lastTold = new AtomicLong(-1);
    RunObserver observer =
        new RunObserver() {
          @Override
          public void sent(
              long micros, int from, int to, List<? extends Message> envelope, byte[] line) {
            if (envelope.stream().anyMatch(TestFlood.Tell.class::isInstance)) {
              lastTold.set(micros);
            }
          }
        };
    Traffic greeting = run(world, strategy(false), observer);
    assertEquals(0, bare.control().messages());
    assertEquals(NODES * (NODES - 1), greeting.control().messages());
    assertEquals(bare.messages(), greeting.messages() - greeting.control().messages());
    assertEquals(bare.payloads(), greeting.payloads());
    assertEquals(lastTold.get(), greeting.lastSentMicros());
  }

  @ParameterizedTest
  @EnumSource(WorldKind.class)
  void whatJoinsAnEnvelopeOfTheStrategyIsNoMessageMore(WorldKind world) {
    Traffic greeting = run(world, strategy(false));
    Traffic ridden = run(world, strategy(true));
    assertEquals(greeting.messages(), ridden.messages());
    assertEquals(greeting.control().messages(), ridden.control().messages());
    assertEquals(greeting.payloads(), ridden.payloads());
  }

  @Test
  void bytesOfControlMessagesAreCountedInWhateverEnvelopeTheyAre() {
    Traffic greeting = run(WorldKind.FAITHFUL, strategy(false));
    Traffic ridden = run(WorldKind.FAITHFUL, strategy(true));
    int hello = "{\"type\":\"overlay/hello\",\"known\":[],\"age\":1,\"isReply\":false}".length();
    int ping = "{\"type\":\"detector/ping\",\"number\":7}".length();
    assertEquals((long) hello * NODES * (NODES - 1), greeting.control().bytes());
    assertEquals(greeting.control().bytes() + ping * ridden.messages(), ridden.control().bytes());
    assertEquals(greeting.bytes() + (ping + ",".length()) * ridden.messages(), ridden.bytes());
    assertEquals(0, run(WorldKind.SCALE, strategy(true)).control().bytes());
  }

  @Test
  void aStrategyIsSilentHoweverMuchOverlayAndDetectorSay() {
    Recorder recorder = new Recorder(NODES);
    recorder.sentControl(0, 3);
    assertEquals(-1, recorder.traffic().lastSentMicros());
    recorder.sent(5, 0, 2, 4);
    recorder.sentControl(1, 1);
    Traffic traffic = recorder.traffic();
    assertEquals(5, traffic.lastSentMicros());
    assertEquals(List.of(6L, 4L), List.of(traffic.messages(), traffic.control().messages()));
    assertEquals(8, traffic.payloads());
    assertEquals(List.of(5L, 1L, 0L, 0L, 0L), traffic.load());
  }

  @Test
  void anEnvelopeIsControlIfNothingInItIsTheStrategys() {
    Message tell = new TestFlood.Tell(Rumors.NONE);
    assertTrue(Bundle.isControl(Bundle.of(new Envelope(LIFE, LIFE, List.of(HELLO, new Ping(1))))));
    assertTrue(Bundle.isControl(Bundle.of(new Envelope(LIFE, LIFE, List.of()))));
    assertFalse(Bundle.isControl(Bundle.of(new Envelope(LIFE, LIFE, List.of(HELLO, tell)))));
    assertFalse(Bundle.isControl(tell));
    Message repair = new RepairMessage.RepairOffer(RumorIds.NONE);
    assertTrue(Bundle.isControl(repair), "lives are not told apart for it");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9, 30})
  void theSizeOfAControlMessageIsThatOfItsLine(int sightings) {
    ConfiguredStrategy<?, TestFlood.Tell> strategy = strategy(true);
    Sightings.Builder known = Sightings.builder();
    for (int i = 0; i < sightings; i++) {
      known.add(i, LIFE + i, 37L * i - 5);
    }
    Message hello = new Hello(known.build(), -37, sightings % 2 == 0);
    for (List<Message> messages :
        List.of(
            List.<Message>of(),
            List.of(hello),
            List.<Message>of(new Ping(-12)),
            List.of(new Ping(1), hello, hello))) {
      assertSize(strategy, new Envelope(LIFE, LIFE + 1, messages));
      assertSize(strategy, new Envelope(LIFE, Envelope.NO_LIFE, messages));
    }
  }

  private static void assertSize(ConfiguredStrategy<?, ?> strategy, Envelope envelope) {
    JsonCodec codec =
        new JsonCodec(
            strategy.name(), strategy.messageTypes(), new RumorTable(), NodeNames.numbered(30));
    byte[] line = codec.encode(3, 17, envelope);
    assertEquals(
        line.length + 1,
        new MessageSize(strategy).bytes(3, 17, Bundle.of(envelope)),
        () -> new String(line, StandardCharsets.UTF_8));
  }
}
