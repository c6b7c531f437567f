package org.hearsay.process.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.LogLine;
import org.hearsay.node.maelstrom.LineReader;
import org.hearsay.node.service.Count;
import org.hearsay.process.Finding;
import org.hearsay.process.Launcher;
import org.jspecify.annotations.Nullable;

/** One running process: a thread each for its input, its output and its errors. */
final class ProcessLink implements Launcher.Link {
  /** What of one process's lines waits to be passed on at most; then it has to wait itself. */
  private static final int MAX_WAITING_KIB = 8 * 1024;

  private static final int MAX_BATCH_LINES = 1_000;

  private static final long LAST_WORDS_MILLIS = 1_000;
  private static final int KILLED_BY_SIGNAL = 128;
  private static final int MOST_SIGNALS = 31;

  /** In lines of a log, what is worth to be understood. */
  private static final List<String> HEARD = List.of(Entry.STARTED, Entry.FAILED, Entry.METRICS);

  private final int node;
  private final Process process;
  private final RealTime time;
  private final Launcher.Listener listener;
  private final Pipe input;
  private final LastLines errors = new LastLines();
  private final Semaphore waiting = new Semaphore(MAX_WAITING_KIB);
  private volatile boolean ending;
  private volatile boolean unread;
  private volatile boolean heard;
  private volatile boolean ours;
  private volatile Map<Count, Long> counts = Map.of();
  private @Nullable Thread errorReader;

  ProcessLink(int node, Process process, RealTime time, Launcher.Listener listener) {
    this.node = node;
    this.process = process;
    this.time = time;
    this.listener = listener;
    this.input = new Pipe(process.getOutputStream());
  }

  /** Begins to read and write; what it writes to standard error goes to {@code log}, too. */
  void begin(Writer log) {
    String name = "n" + node;
    start(name + " stdin", input::write);
    Thread output = start(name + " stdout", this::readOutput);
    Thread error = start(name + " stderr", () -> readErrors(log));
    errorReader = error;
    start(name + " exit", () -> awaitExit(output, error));
  }

  private static Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void readOutput() {
    FloodGuard guard = new FloodGuard();
    LineReader lines =
        new LineReader(
            process.getInputStream(),
            LineReader.MAX_LINE_BYTES,
            () -> {
              throw new EndlessLineException();
            });
    try {
      List<byte[]> batch = new ArrayList<>();
      for (byte[] line = lines.next(); line != null && !unread; line = lines.next()) {
        String flood = guard.count(time.nowMicros(), line.length);
        if (flood != null) {
          mute(Finding.Kind.FLOOD, flood);
          return;
        }
        batch.add(line);
        if (!lines.hasNext() || batch.size() == MAX_BATCH_LINES) {
          pass(batch);
          batch = new ArrayList<>();
        }
      }
      if (!unread) {
        awaitDeathOrClose();
      }
    } catch (EndlessLineException e) {
      mute(Finding.Kind.FLOOD, "printed a line of more than 16 MiB");
    } catch (IOException e) {
      // The process is gone, and whoever waits for its exit status says so.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class EndlessLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Passes on lines that were printed together. */
  private void pass(List<byte[]> batch) throws InterruptedException {
    long micros = time.nowMicros();
    int bytes = batch.stream().mapToInt(line -> line.length).sum();
    int kib = Math.min(MAX_WAITING_KIB, bytes / 1024 + 1);
    waiting.acquire(kib);
    time.hand(
        () -> {
          waiting.release(kib);
          batch.forEach(line -> listener.printed(line, micros));
        });
  }

  /** The output has ended: so has the process, or it has closed it. */
  private void awaitDeathOrClose() throws InterruptedException {
    if (!process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)) {
      mute(Finding.Kind.CLOSED, "closed its standard output");
    }
  }

  private void mute(Finding.Kind kind, String why) {
    time.hand(() -> listener.muted(kind, why));
  }

  private void readErrors(Writer log) {
    boolean kept = true;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = BoundedLines.next(reader); line != null; ) {
        errors.add(line);
        if (HEARD.stream().anyMatch(line::contains)) {
          LogLine.parse(line).ifPresent(this::hear);
        }
        kept = kept && keep(line, log, !reader.ready());
        line = BoundedLines.next(reader);
      }
      log.close();
    } catch (IOException e) {
      errors.add("(here its standard error could not be read: " + e.getMessage() + ")");
    }
  }

  /**
   * Only nodes of this project say, in their log, that their strategy threw and what they count.
   */
  private void hear(LogLine said) {
    ours = true;
    if (said.event().equals(Entry.FAILED)) {
      time.hand(() -> listener.failed(said.event() + " " + said.text()));
    } else if (said.event().equals(Entry.METRICS)) {
      counts = FigureReader.counts(said);
    }
  }

  /** Writes a line to the log; whether that went well: if not, the node must not suffer for it. */
  private boolean keep(String line, Writer log, boolean last) {
    try {
      log.write(line + "\n");
      if (last) {
        log.flush();
      }
      return true;
    } catch (IOException e) {
      errors.add("(from here on its log could not be written: " + e.getMessage() + ")");
      return false;
    }
  }

  private void awaitExit(Thread output, Thread error) {
    try {
      int status = process.waitFor();
      input.end();
      output.join(LAST_WORDS_MILLIS);
      error.join(LAST_WORDS_MILLIS);
      if (!ending) {
        time.hand(
            () -> {
              heard = true;
              listener.ended(exit(status));
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String exit(int status) {
    int signal = status - KILLED_BY_SIGNAL;
    return "ended with status "
        + status
        + (signal > 0 && signal <= MOST_SIGNALS ? ", as signal " + signal + " makes it" : "");
  }

  @Override
  public boolean send(byte[] line) {
    boolean first = input.isEmpty();
    boolean sent = input.send(line);
    if (first && sent) {
      time.atEndOfPass(input::handOver);
    }
    return sent;
  }

  @Override
  public void stopReading() {
    unread = true;
    waiting.release(MAX_WAITING_KIB);
  }

  @Override
  public void kill() {
    List<ProcessHandle> children = children();
    killAlone();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** What it has started, and what that has, as long as nobody in between has ended. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Ends the process, but none that it has started. */
  void killAlone() {
    ending = true;
    stopReading();
    process.destroyForcibly();
    input.end();
  }

  /** Has it end by the end of its input, if it is a node of this project: it has last words. */
  void endInput() {
    if (ours) {
      ending = true;
      input.end();
    }
  }

  /** Waits for its last words. */
  void awaitLastWords(long millis) throws InterruptedException {
    Thread reader = errorReader;
    if (ours && reader != null) {
      reader.join(Math.max(1, millis));
    }
  }

  @Override
  public Map<Count, Long> counts() {
    return counts;
  }

  @Override
  public void terminate() {
    ending = true;
    process.destroy();
  }

  @Override
  public void pause() {
    signal("STOP");
  }

  @Override
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    StringBuilder command = new StringBuilder("kill -" + name + " " + process.pid());
    process.descendants().forEach(child -> command.append(' ').append(child.pid()));
    try {
      new ProcessBuilder("/bin/sh", "-c", command + " 2>/dev/null")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot signal a node: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<String> lastErrors() {
    return errors.all();
  }

  /** How it ended, if it has without having been told to, and nobody has heard of it. */
  Optional<String> unheardEnd() {
    return process.isAlive() || ending || heard
        ? Optional.empty()
        : Optional.of(exit(process.exitValue()));
  }

  int node() {
    return node;
  }

  boolean isAlive() {
    return process.isAlive();
  }
}
