package org.hearsay.process;

/**
 * Something a node did that it should not.
 *
 * @param node which
 * @param kind what it is a case of
 * @param micros when, the first time
 * @param what what happened then, as the rest of a sentence that begins with the node
 * @param count how often it happened
 */
public record Finding(int node, Kind kind, long micros, String what, int count) {

  /** Kinds of misbehavior. */
  public enum Kind {
    /** It did not get through init and topology. */
    NOT_SET_UP(true, "Maelstrom breaks the run off"),
    /** It ended. */
    DIED(true, "Maelstrom goes on, and then ends without results"),
    /** It printed what Maelstrom cannot read. */
    MALFORMED_LINE(
        true, "Maelstrom logs a warning, reads nothing more from it and may still pass the run"),
    /** It printed more than this program takes in. */
    FLOOD(true, "Maelstrom has no limit, and takes in what memory holds"),
    /** It closed its standard output. */
    CLOSED(true, "Maelstrom hears nothing more from it and may still pass the run"),
    /** It does not read its standard input. */
    DEAF(true, "Maelstrom lets messages pile up"),
    /** It sent a client a reply that does not have the form it must have. */
    MALFORMED_REPLY(true, "Maelstrom counts the operation as unknown and may still pass the run"),
    /** A node of this project says that its strategy threw. */
    STRATEGY_FAILED(true, "Maelstrom keeps that in the node's log and may still pass the run"),
    /** It wrote to a service that Maelstrom has and this program does not. */
    SERVICE(false, "Maelstrom has that service, this program does not"),
    /** A process it had started was still there when the run was over. */
    LEFT_CHILD(false, "Maelstrom leaves it running");

    private final boolean invalidates;
    private final String underMaelstrom;

    Kind(boolean invalidates, String underMaelstrom) {
      this.invalidates = invalidates;
      this.underMaelstrom = underMaelstrom;
    }

    /** Whether a run in which it occurs is strictly invalid. */
    public boolean invalidates() {
      return invalidates;
    }

    /** What Maelstrom does in such a case. */
    public String underMaelstrom() {
      return underMaelstrom;
    }

    /** Whether Maelstrom has no results of a run in which it occurs. */
    public boolean breaksOff() {
      return this == NOT_SET_UP || this == DIED;
    }
  }

  Finding again() {
    return new Finding(node, kind, micros, what, count + 1);
  }
}
