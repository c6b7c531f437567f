package org.hearsay.node.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A node cannot keep what it is to keep, or cannot read what it kept: it must not go on. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for whoever runs the node. */
  public StoreException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** Somebody else has a folder or a file in it. */
  static StoreException inUse(Path place, @Nullable Throwable cause) {
    return new StoreException(
        place + " is in use by another process: give each node its own folder", cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
