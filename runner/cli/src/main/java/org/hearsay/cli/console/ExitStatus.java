package org.hearsay.cli.console;

/** What the process says when it ends. */
public final class ExitStatus {
  /** Everything asked for was done, and found right. */
  public static final int OK = 0;

  /** A run was found invalid, a promise broken, or something failed. */
  public static final int FAILED = 1;

  /** The command was not understood. */
  public static final int USAGE = 2;

  private ExitStatus() {}
}
