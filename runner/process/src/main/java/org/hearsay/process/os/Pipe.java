package org.hearsay.process.os;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A node's standard input, written to by a thread of its own, as a node may be slow to read. */
final class Pipe {
  private static final long MAX_WAITING_BYTES = 64L * 1024 * 1024;
  private static final byte[] END = new byte[0];

  private final OutputStream out;
  private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong waitingBytes = new AtomicLong();
  private final ByteArrayOutputStream together = new ByteArrayOutputStream();

  Pipe(OutputStream out) {
    this.out = out;
  }

  /** Adds a line to those that are handed over together; false if too much waits. */
  boolean send(byte[] line) {
    if (waitingBytes.get() > MAX_WAITING_BYTES) {
      return false;
    }
    waitingBytes.addAndGet(line.length);
    together.writeBytes(line);
    return true;
  }

  /** Whether there is nothing to hand over. */
  boolean isEmpty() {
    return together.size() == 0;
  }

  /** Hands over what was added. */
  void handOver() {
    waiting.add(together.toByteArray());
    together.reset();
  }

  /** Writes until the end, or until nobody reads any more. */
  void write() {
    try (out) {
      for (byte[] lines = waiting.take(); lines != END; lines = waiting.take()) {
        out.write(lines);
        out.flush();
        waitingBytes.addAndGet(-lines.length);
      }
    } catch (IOException e) {
      // The node is gone, and whoever waits for its exit status says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes it when everything that was handed over is written. */
  void end() {
    waiting.add(END);
  }
}
