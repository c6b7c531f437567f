package org.hearsay.cli.console;

import java.io.PrintStream;

/** One line at the bottom of a terminal that says how far a command is; nothing elsewhere. */
public final class Progress implements AutoCloseable {
  private static final String ERASED_LINE = "\r\u001b[K";

  private final PrintStream terminal;
  private final boolean watched;

  /** A line for whoever watches a console. */
  public Progress(Console console) {
    terminal = console.err();
    watched = console.terminal();
  }

  /** Replaces the line. */
  public synchronized void show(String state) {
    if (watched) {
      terminal.print(ERASED_LINE + state);
      terminal.flush();
    }
  }

  /** Erases the line. */
  @Override
  public synchronized void close() {
    if (watched) {
      terminal.print(ERASED_LINE);
      terminal.flush();
    }
  }
}
