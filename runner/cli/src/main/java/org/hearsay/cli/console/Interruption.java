package org.hearsay.cli.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C as a wish to see what there is: while one is open, it does not end the program before the
 * work that looks at {@link #happened} has printed its results and closed it, or {@value
 * #PATIENCE_SECONDS} seconds later.
 */
public final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 30;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::awaitResults, "interruption");
  private volatile boolean happened;

  /** Ctrl-C is a wish from now on. */
  public Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitResults() {
    happened = true;
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("hearsay: no results within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the user pressed it. */
  public boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    closed.countDown();
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The program is ending.
      }
    }
  }
}
