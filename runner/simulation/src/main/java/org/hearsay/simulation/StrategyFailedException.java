package org.hearsay.simulation;

/** A run ended because something in it threw; the message says where and with which seed. */
public final class StrategyFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrategyFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
