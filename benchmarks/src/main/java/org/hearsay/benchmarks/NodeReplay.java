package org.hearsay.benchmarks;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hearsay.node.maelstrom.LineReader;
import org.hearsay.node.maelstrom.MaelstromNode;
import org.hearsay.node.plugin.ConfiguredStrategy;

/**
 * The life of a node, again and again: a fresh node hears the lines that a rehearsed one heard from
 * its four neighbors. All of a real node but its pipes: bytes are split into lines, read, applied
 * and answered, and timers fire.
 */
final class NodeReplay {
  private static final long MICROS_OF_ONE_ORIGIN = 1180;
  private static final long MICROS_OF_ALL = 680;

  private final ConfiguredStrategy<?, ?> strategy;
  private final long[] times;
  private final byte[] input;

  /**
   * Rehearses.
   *
   * @param origins at how many nodes the values begin
   * @param lines how many lines the node hears
   */
  NodeReplay(ConfiguredStrategy<?, ?> strategy, int origins, int lines) {
    this.strategy = strategy;
    List<Rehearsal.Line> heard =
        Rehearsal.heard(
            strategy, origins, origins == 1 ? MICROS_OF_ONE_ORIGIN : MICROS_OF_ALL, lines);
    times = heard.stream().mapToLong(Rehearsal.Line::micros).toArray();
    input =
        heard.stream()
            .map(line -> line.text() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Lives once; how many lines the node has printed. */
  long run() throws IOException {
    return new Life().run();
  }

  /** A fresh node, and the time. */
  private final class Life {
    private long nowMicros;
    private long printed;
    private final OutputStream out =
        new BufferedOutputStream(OutputStream.nullOutputStream(), 64 * 1024);
    private final MaelstromNode node = Rehearsal.newNode(strategy, () -> nowMicros, this::print);

    /** Returns how many lines it has printed. */
    long run() throws IOException {
      LineReader reader =
          new LineReader(
              new ByteArrayInputStream(input), LineReader.MAX_LINE_BYTES, this::failOnLongLine);
      for (long micros : times) {
        nowMicros = micros;
        node.handle(Objects.requireNonNull(reader.next()));
        if (node.nextDeadlineMicros() <= nowMicros) {
          node.fireTimers();
        }
      }
      return printed;
    }

    private void print(byte[] line) {
      try {
        out.write(line);
        out.write('\n');
        printed++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void failOnLongLine() {
      throw new IllegalStateException("A line was too long");
    }
  }
}
