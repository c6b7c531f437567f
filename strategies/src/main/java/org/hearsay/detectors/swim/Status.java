package org.hearsay.detectors.swim;

/** What is said of a member. */
enum Status {
  ALIVE(0),
  SUSPECT(1),
  DEAD(2),

  /** Not of that member: it is who suspects the one before. */
  SUSPECTOR(3);

  private final long note;

  Status(long note) {
    this.note = note;
  }

  /** The number that messages have for it. */
  long note() {
    return note;
  }

  /** What a number stands for; one that stands for nothing says nothing of a member. */
  static Status of(long note) {
    for (Status status : values()) {
      if (status.note == note) {
        return status;
      }
    }
    return SUSPECTOR;
  }
}
