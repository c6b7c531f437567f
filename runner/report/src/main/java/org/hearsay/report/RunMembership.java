package org.hearsay.report;

import org.jspecify.annotations.Nullable;

/**
 * What was around the strategy of a run's nodes.
 *
 * @param overlay who decided whom they talk to, with its options, {@code name:key=value,...}
 * @param detector how they found out who is alive, likewise; null if they did not
 * @param contacts through how many nodes others could join; 0 for any
 */
public record RunMembership(String overlay, @Nullable String detector, int contacts) {

  /** Both by their names, as in {@code hyparview, swim}. */
  public String names() {
    return detector == null ? name(overlay) : name(overlay) + ", " + name(detector);
  }

  /** Both with their options. */
  public String text() {
    return overlay
        + (detector == null ? "" : ", " + detector)
        + (contacts == 0 ? "" : ", contacts " + contacts);
  }

  private static String name(String spec) {
    int colon = spec.indexOf(':');
    return colon < 0 ? spec : spec.substring(0, colon);
  }
}
