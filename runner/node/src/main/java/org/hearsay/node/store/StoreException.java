package org.hearsay.node.store;

import org.jspecify.annotations.Nullable;

/** A node cannot keep what it is to keep, or cannot read what it kept: it must not go on. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for whoever runs the node. */
  public StoreException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
