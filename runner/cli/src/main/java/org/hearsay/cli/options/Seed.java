package org.hearsay.cli.options;

/** The seed of a run. */
public final class Seed {
  /** Where the user names none. */
  public static final long USUAL = 1;

  private Seed() {}
}
