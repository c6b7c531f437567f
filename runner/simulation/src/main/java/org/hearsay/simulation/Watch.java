package org.hearsay.simulation;

/** Looks at a run while it goes, every so many thousand events. */
@FunctionalInterface
public interface Watch {

  /** Sees nothing and lets every run go to its end. */
  Watch NONE = soFar -> true;

  /**
   * How far a run is.
   *
   * @param micros the virtual time
   * @param events what has happened: arrivals, alarms and all else
   * @param messages envelopes sent
   * @param rumors how many have begun
   * @param deliveries how often one has reached a node other than its origin
   */
  record SoFar(long micros, long events, long messages, long rumors, long deliveries) {}

  /** Whether the run is to go on; if not, it ends here with what was measured. */
  boolean goOn(SoFar soFar);
}
