package org.hearsay.detectors.links;

/** How long a peer may be silent, by the times between its signs of life. */
public interface ArrivalTimes {

  /** One that pays no attention to them. */
  static ArrivalTimes constant(long micros) {
    return new ArrivalTimes() {
      @Override
      public void add(long gapMicros) {}

      @Override
      public long patienceMicros() {
        return micros;
      }
    };
  }

  /** Takes in the time between two signs of life. */
  void add(long gapMicros);

  /** How long it may be silent. */
  long patienceMicros();
}
