package org.hearsay.cli;

/** What the process says when it ends. */
final class ExitStatus {
  /** Everything asked for was done, and found right. */
  static final int OK = 0;

  /** A run was found invalid, a promise broken, or something failed. */
  static final int FAILED = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  private ExitStatus() {}
}
