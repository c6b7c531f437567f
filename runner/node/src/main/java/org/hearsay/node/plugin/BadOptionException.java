package org.hearsay.node.plugin;

/** A user's words name no strategy, option or value; the message is a sentence for that user. */
public final class BadOptionException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With the sentence. */
  public BadOptionException(String sentence) {
    super(sentence);
  }
}
