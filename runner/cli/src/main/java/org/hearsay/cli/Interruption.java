package org.hearsay.cli;

import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish to see what there is: while one is open, it does not end the program before the
 * work that looks at {@link #happened} has printed its results, or {@value #PATIENCE_SECONDS}
 * seconds later.
 */
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::letWorkerEnd, "interruption");
  private volatile boolean happened;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void letWorkerEnd() {
    happened = true;
    try {
      worker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the user pressed it. */
  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is running.
    }
  }
}
