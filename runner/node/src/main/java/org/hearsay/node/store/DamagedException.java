package org.hearsay.node.store;

/** A file is not as a store left it. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a clause that says what is wrong. */
  DamagedException(String what) {
    super(what);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
