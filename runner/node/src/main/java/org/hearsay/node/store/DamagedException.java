package org.hearsay.node.store;

/** A file is not as a store left it. */
final class DamagedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With words for what cannot be read. */
  DamagedException(String what) {
    super(what);
  }

  /** The same, and how that was noticed. */
  DamagedException(String what, Throwable cause) {
    super(what, cause);
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
