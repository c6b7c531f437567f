package org.hearsay.chaos.check;

/**
 * A law that a run broke.
 *
 * @param law which
 * @param what how, in a few words
 */
public record Complaint(Law law, String what) {

  /** As people read it: {@code nothing lost: ...}. */
  public String text() {
    return law.text() + ": " + what;
  }
}
