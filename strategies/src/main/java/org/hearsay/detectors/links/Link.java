package org.hearsay.detectors.links;

/** What a node keeps of one peer that it watches. */
public final class Link {
  private final int peer;
  private final ArrivalTimes arrivals;
  private long heardMicros;
  private long beatMicros;
  private long pingDueMicros;

  Link(int peer, ArrivalTimes arrivals, long nowMicros, long pingDueMicros) {
    this.peer = peer;
    this.arrivals = arrivals;
    this.heardMicros = nowMicros;
    this.beatMicros = nowMicros;
    this.pingDueMicros = pingDueMicros;
  }

  int peer() {
    return peer;
  }

  /** When anything came from the peer last. */
  long heardMicros() {
    return heardMicros;
  }

  /** When the peer is to be asked for a sign of life. */
  long pingDueMicros() {
    return pingDueMicros;
  }

  void pingAt(long micros) {
    pingDueMicros = micros;
  }

  /** Anything came from the peer. */
  void heard(long nowMicros) {
    heardMicros = nowMicros;
  }

  /** A sign of life came that is asked for at intervals. */
  void beat(long nowMicros) {
    if (nowMicros > beatMicros) {
      arrivals.add(nowMicros - beatMicros);
      beatMicros = nowMicros;
    }
  }

  /** The peer is back after it was down: the time in between says nothing of its usual ways. */
  void back(long nowMicros) {
    heardMicros = nowMicros;
    beatMicros = nowMicros;
  }

  /** How long the peer may be silent before it is taken for dead. */
  long patienceMicros() {
    return arrivals.patienceMicros();
  }
}
