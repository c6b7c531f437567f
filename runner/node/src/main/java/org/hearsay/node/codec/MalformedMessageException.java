package org.hearsay.node.codec;

/** A peer's message cannot be understood; the message says why, in one clause for a log. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the clause. */
  public MalformedMessageException(String reason) {
    super(reason);
  }
}
