package org.hearsay.maelstrom;

/** A file is no results of Maelstrom's broadcast workload; the message says why, in a sentence. */
public final class UnreadableResultsException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableResultsException(String sentence) {
    super(sentence);
  }
}
