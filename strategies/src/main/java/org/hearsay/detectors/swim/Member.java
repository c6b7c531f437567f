package org.hearsay.detectors.swim;

import org.jspecify.annotations.Nullable;

/** A member of which there is more to say than that it is alive. */
final class Member {
  private Status status = Status.ALIVE;
  private long incarnation;
  private @Nullable Suspicion suspicion;

  Member(long incarnation) {
    this.incarnation = incarnation;
  }

  Status status() {
    return status;
  }

  long incarnation() {
    return incarnation;
  }

  @Nullable Suspicion suspicion() {
    return suspicion;
  }

  void live(long known) {
    status = Status.ALIVE;
    incarnation = known;
    suspicion = null;
  }

  void suspect(long known, Suspicion begun) {
    status = Status.SUSPECT;
    incarnation = known;
    suspicion = begun;
  }

  void die(long known) {
    status = Status.DEAD;
    incarnation = known;
    suspicion = null;
  }
}
