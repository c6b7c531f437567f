package org.hearsay.detectors.swim;

/** One probe of one member. */
final class Probe {
  private final int target;
  private final long number;
  private boolean sent;
  private boolean acknowledged;
  private boolean askedOthers;
  private int nacksDue;

  Probe(int target, long number) {
    this.target = target;
    this.number = number;
  }

  int target() {
    return target;
  }

  long number() {
    return number;
  }

  boolean isSent() {
    return sent;
  }

  void setSent() {
    sent = true;
  }

  boolean isAcknowledged() {
    return acknowledged;
  }

  void acknowledge() {
    acknowledged = true;
  }

  /** Others were asked, and so many owe an answer. */
  void askedOthers(int count) {
    askedOthers = true;
    nacksDue = count;
  }

  boolean hasAskedOthers() {
    return askedOthers;
  }

  /** One of them has answered, that it is at it. */
  void nacked() {
    nacksDue = Math.max(0, nacksDue - 1);
  }

  /** How many others that were asked have said nothing. */
  int nacksDue() {
    return nacksDue;
  }
}
