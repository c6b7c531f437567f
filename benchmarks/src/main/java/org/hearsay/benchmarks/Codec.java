package org.hearsay.benchmarks;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.GossipLine;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to write each kind of message as a line, and to read the line? Every message
 * carries as much as {@link Samples} says, so that kinds can be compared.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class Codec {

  /** A strategy and a kind of message of it, as they are written on the wire. */
  @Param({
    "deadline-tree/answer",
    "deadline-tree/ask",
    "deadline-tree/down",
    "deadline-tree/offer",
    "deadline-tree/rest",
    "deadline-tree/tell",
    "deadline-tree/up",
    "delta-ack/ack",
    "delta-ack/delta",
    "fanout/feedback",
    "fanout/known",
    "fanout/pull",
    "fanout/push",
    "flood/tell",
    "full-state/whole-log",
    "push-pull/answer",
    "push-pull/offer",
    "push-pull/rest",
    "spanning-tree/graft",
    "spanning-tree/ihave",
    "spanning-tree/prune",
    "spanning-tree/push",
    "spanning-tree/summary"
  })
  public String kind = "";

  private @Nullable Wire wire;

  /** Makes a message of the kind. */
  @Setup
  public void sample() {
    String[] words = kind.split("/", 2);
    wire = new Wire(StrategyCatalog.ofClassPath().find(words[0]), words[1]);
    decode();
  }

  /** A message becomes a line. */
  @Benchmark
  public byte[] encode() {
    return Objects.requireNonNull(wire).encode();
  }

  /** A line becomes a message, whose payloads are known already. */
  @Benchmark
  public GossipLine decode() {
    return Objects.requireNonNull(wire).decode();
  }

  /** A codec with two equal messages, as it keeps the last one's line. */
  private static final class Wire {
    private final JsonCodec codec;
    private final byte[] line;
    private Envelope next;
    private Envelope last;

    Wire(StrategyDescriptor<?, ?> strategy, String kind) {
      RumorTable rumors = new RumorTable();
      codec = new JsonCodec(strategy, rumors, NodeNames.numbered(Samples.NODES));
      Class<? extends Message> type =
          strategy.messageTypes().stream()
              .filter(each -> KebabCase.of(each.getSimpleName()).equals(kind))
              .findFirst()
              .orElseThrow();
      Samples samples = new Samples(rumors);
      next = Envelope.of(List.of(samples.sample(type)));
      last = Envelope.of(List.of(samples.sample(type)));
      line = codec.encode(0, 1, next);
    }

    byte[] encode() {
      Envelope encoded = next;
      next = last;
      last = encoded;
      return codec.encode(0, 1, encoded);
    }

    GossipLine decode() {
      return Objects.requireNonNull(codec.read(line, 1));
    }
  }
}
