package org.hearsay.scenario.check;

/** What Maelstrom answers, from best to worst. */
public enum Validity {
  /** Nothing wrong was found. */
  VALID,
  /** There was nothing to judge by. */
  UNKNOWN,
  /** Something wrong was found. */
  INVALID,
  /** The run broke off, and there are no results. */
  ERROR;

  /** The worse of two. */
  Validity worse(Validity other) {
    return compareTo(other) > 0 ? this : other;
  }
}
