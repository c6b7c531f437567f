package org.hearsay.process.os;

import java.io.BufferedOutputStream;
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

  Pipe(OutputStream out) {
    this.out = new BufferedOutputStream(out, 64 * 1024);
  }

  /** Adds a line to write; false if too much waits. */
  boolean send(byte[] line) {
    if (waitingBytes.get() > MAX_WAITING_BYTES) {
      return false;
    }
    waitingBytes.addAndGet(line.length);
    waiting.add(line);
    return true;
  }

  /** Writes until the end, or until nobody reads any more. */
  void write() {
    try (out) {
      while (true) {
        byte[] line = waiting.poll();
        if (line == null) {
          out.flush();
          line = waiting.take();
        }
        if (line == END) {
          return;
        }
        out.write(line);
        waitingBytes.addAndGet(-line.length);
      }
    } catch (IOException e) {
      // The node is gone, and whoever waits for its exit status says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Closes it when everything is written. */
  void end() {
    waiting.add(END);
  }
}
