package org.hearsay.maelstrom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Maelstrom and the nodes that it starts, none of which outlives this process: not its end, nor
 * Ctrl-C.
 */
final class MaelstromProcess {
  private static final int SHOWN_LINES = 10;
  private static final int MAX_LINE_CHARS = 300;

  /** What it ends with when it got as far as a verdict: valid, invalid, unknown. */
  private static final int LAST_STATUS_WITH_RESULTS = 2;

  private static final int BAD_ARGUMENTS = 254;

  /**
   * How it ended.
   *
   * @param status its exit status
   * @param lastLines what it said at last, on standard output and error
   */
  record Ending(int status, List<String> lastLines) {

    boolean mayHaveResults() {
      return status <= LAST_STATUS_WITH_RESULTS;
    }

    String sentence() {
      return "Maelstrom ended with status "
          + status
          + (status == BAD_ARGUMENTS ? ", as it did not understand its arguments" : "");
    }
  }

  private final ProcessBuilder builder;
  private final Object lock = new Object();
  private @Nullable Process process;
  private boolean stopped;

  private MaelstromProcess(ProcessBuilder builder) {
    this.builder = builder;
  }

  /**
   * Runs it to its end, without anything to read.
   *
   * @throws FailedRunException if it cannot be started
   */
  static Ending run(ProcessBuilder builder) throws FailedRunException, InterruptedException {
    return new MaelstromProcess(builder).run();
  }

  private Ending run() throws FailedRunException, InterruptedException {
    Thread hook = new Thread(this::stop, "stop-maelstrom");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      Process started = start();
      started.getOutputStream().close();
      List<String> lastLines = lastLines(started);
      int status = started.waitFor();
      waitIfStopped();
      return new Ending(status, lastLines);
    } catch (IOException e) {
      throw new FailedRunException("Maelstrom cannot be run: " + e.getMessage(), List.of());
    } finally {
      stop();
      remove(hook);
    }
  }

  private Process start() throws IOException {
    synchronized (lock) {
      process = builder.start();
      return process;
    }
  }

  private static List<String> lastLines(Process started) throws IOException {
    Deque<String> last = new ArrayDeque<>();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (!line.isBlank()) {
          last.addLast(line.substring(0, Math.min(line.length(), MAX_LINE_CHARS)));
        }
        if (last.size() > SHOWN_LINES) {
          last.removeFirst();
        }
      }
    }
    return List.copyOf(last);
  }

  /** Ends it with all its descendants, who are listed first: afterwards they have no parent. */
  private void stop() {
    synchronized (lock) {
      stopped = true;
      if (process != null) {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  /** Does not return if the hook has stopped it: then this process is about to end. */
  private void waitIfStopped() throws InterruptedException {
    boolean ending;
    synchronized (lock) {
      ending = stopped;
    }
    if (ending) {
      new CountDownLatch(1).await();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook does its work.
    }
  }
}
