package org.hearsay.node.maelstrom;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.journal.Postponed;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.store.StoreException;
import org.hearsay.node.store.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link MaelstromNode} on a pair of streams until the input ends: one thread reads lines
 * and hands them to the node, the calling thread fires its timers, and a lock lets in one of them
 * at a time. So a message wakes a single thread: waking one costs more than handling most messages.
 */
public final class StdioHost {
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final ConfiguredStrategy<?, ?> strategy;
  private final LineReader reader;
  private final OutputStream out;
  private final Postponed log;
  private final long startNanos = System.nanoTime();
  private final MaelstromNode node;
  private long awaitedMicros = Long.MAX_VALUE;

  /** Since when there always was a line to be handled: the one at hand has waited no longer. */
  private long busySinceMicros;

  private boolean ended;
  private boolean warm;
  private @Nullable Throwable failure;

  /** A host of a node that keeps nothing; {@code journal} is called from two threads. */
  public StdioHost(
      ConfiguredStrategy<?, ?> strategy,
      long seed,
      InputStream in,
      OutputStream out,
      Journal journal) {
    this(strategy, seed, Stores.NONE, in, out, journal);
  }

  /**
   * A host of a node that keeps its data: what was handled at once is committed at once, and what
   * the node says leaves after that.
   */
  public StdioHost(
      ConfiguredStrategy<?, ?> strategy,
      long seed,
      Stores stores,
      InputStream in,
      OutputStream out,
      Journal journal) {
    this.strategy = strategy;
    this.reader = new LineReader(in, LineReader.MAX_LINE_BYTES, this::refuseLongLine);
    this.out =
        new BufferedOutputStream(
            stores == Stores.NONE ? out : new SafeOutput(out, this::commit), 64 * 1024);
    this.log = new Postponed(journal);
    this.node =
        new MaelstromNode(
            strategy, seed, System::currentTimeMillis, stores, this::nowMicros, this::print, log);
  }

  private void commit() {
    node.commit();
  }

  /**
   * Runs until the input has ended and all of it has been handled.
   *
   * @throws UncheckedIOException if the output cannot be written any more
   * @throws StoreException if the node cannot keep its data any more
   */
  public void run() throws InterruptedException {
    Thread reading = new Thread(this::readLines, "stdin");
    reading.setDaemon(true);
    reading.start();
    while (fireOrAwaitTimers()) {}
    if (failure instanceof StoreException) {
      flush(); // Nothing leaves, unless the node has not got beyond init.
    }
    rethrow(failure);
    flush();
    node.close();
    sayLast();
  }

  private void sayLast() {
    node.end();
    log.open();
  }

  private void refuseLongLine() {
    node.say(Entry.warn("refused", "a line longer than " + LineReader.MAX_LINE_BYTES + " bytes"));
  }

  /**
   * Says good-bye, as the process is asked to end. After the end of the input nobody is there to
   * hear it. May be called from any thread.
   */
  public void leave() {
    lock.lock();
    try {
      if (!ended) {
        node.leave();
        flush();
        sayLast();
      }
    } catch (StoreException e) {
      node.say(Entry.error(Entry.FAILED, e.sentence(), e));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Fires what is due or waits for it; false at the end. The lock is fair: however busy the timers
   * are, lines have their turn in between.
   */
  @SuppressWarnings("WaitNotInLoop") // the loop is the caller's
  private boolean fireOrAwaitTimers() throws InterruptedException {
    lock.lock();
    try {
      if (!ended && !fireTimers()) {
        awaitedMicros = node.nextDeadlineMicros();
        changed.awaitNanos(TimeUnit.MICROSECONDS.toNanos(microsToNextTimer()));
      }
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  /** Fires timers that are due; whether there were any. */
  private boolean fireTimers() {
    if (microsToNextTimer() > 0) {
      return false;
    }
    node.fireTimers();
    flush();
    return true;
  }

  private long microsToNextTimer() {
    return Math.max(0, node.nextDeadlineMicros() - nowMicros());
  }

  private long nowMicros() {
    return (System.nanoTime() - startNanos) / 1000;
  }

  private void readLines() {
    try {
      for (byte[] line = nextOrWait(); line != null; line = nextOrWait()) {
        handleWhatHasArrived(line);
      }
    } catch (IOException e) {
      node.say(Entry.warn("input-failed", String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    lock.lock();
    try {
      ended = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private byte @Nullable [] nextOrWait() throws IOException {
    boolean waits = reader.isEmpty();
    byte[] line = reader.next();
    if (waits) {
      busySinceMicros = nowMicros();
    }
    return line;
  }

  private void handle(byte[] line) {
    node.waited(nowMicros() - busySinceMicros);
    node.handle(line);
  }

  /** Handles a line and those that came with it, and then sends what that has led to. */
  private void handleWhatHasArrived(byte[] first) throws IOException {
    lock.lock();
    try {
      if (!warm && node.isMember()) {
        // Not before: nodes that have not answered init need the cores more.
        warm = true;
        log.open();
        WarmUp.of(strategy, System::nanoTime);
      }
      handle(first);
      while (reader.hasNext()) {
        handle(Objects.requireNonNull(reader.next()));
        fireTimers();
      }
      flush();
      if (node.nextDeadlineMicros() < awaitedMicros) {
        changed.signal();
      }
    } finally {
      lock.unlock();
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
