package org.hearsay.node.maelstrom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hearsay.node.plugin.ConfiguredStrategy;

/**
 * Runs a {@link MaelstromNode} on a pair of streams until the input ends: one thread reads lines,
 * the calling thread alone runs the node and its timers.
 */
public final class StdioHost {
  private static final int MAX_WAITING_BATCHES = 256;
  private static final List<byte[]> END = List.of();

  /** Lines that arrived together: handing each over by itself would cost more than handling it. */
  private final BlockingQueue<List<byte[]>> batches = new ArrayBlockingQueue<>(MAX_WAITING_BATCHES);

  private final LineReader reader;
  private final OutputStream out;
  private final Consumer<String> log;
  private final long startNanos = System.nanoTime();
  private final MaelstromNode node;

  /** A host; {@code log} is called from two threads. */
  public StdioHost(
      ConfiguredStrategy<?, ?> strategy,
      long seed,
      InputStream in,
      OutputStream out,
      Consumer<String> log) {
    this.reader =
        new LineReader(
            in,
            LineReader.MAX_LINE_BYTES,
            () -> log.accept("refused a line longer than " + LineReader.MAX_LINE_BYTES + " bytes"));
    this.out = new BufferedOutputStream(out, 64 * 1024);
    this.log = log;
    this.node =
        new MaelstromNode(
            strategy, seed, System::currentTimeMillis, this::nowMicros, this::print, log);
  }

  /**
   * Runs until the input has ended and all of it has been handled.
   *
   * @throws UncheckedIOException if the output cannot be written any more
   */
  public void run() throws InterruptedException {
    Thread reading = new Thread(this::readLines, "stdin");
    reading.setDaemon(true);
    reading.start();
    while (true) {
      List<byte[]> batch = batches.poll(microsToNextTimer(), TimeUnit.MICROSECONDS);
      if (batch == END) {
        flush();
        return;
      }
      if (batch != null) {
        for (byte[] line : batch) {
          node.handle(line);
          fireTimers();
        }
      }
      fireTimers();
      if (batches.isEmpty()) {
        flush();
      }
    }
  }

  private void fireTimers() {
    if (microsToNextTimer() == 0) {
      node.fireTimers();
    }
  }

  private long microsToNextTimer() {
    return Math.max(0, node.nextDeadlineMicros() - nowMicros());
  }

  private long nowMicros() {
    return (System.nanoTime() - startNanos) / 1000;
  }

  private void readLines() {
    try {
      List<byte[]> batch = new ArrayList<>();
      for (byte[] line = reader.next(); line != null; line = reader.next()) {
        batch.add(line);
        if (!reader.hasArrived()) {
          batches.put(batch);
          batch = new ArrayList<>();
        }
      }
    } catch (IOException e) {
      log.accept("standard input failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      batches.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(byte[] line) {
    try {
      out.write(line);
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Standard output failed", e);
    }
  }

  private void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Standard output failed", e);
    }
  }
}
