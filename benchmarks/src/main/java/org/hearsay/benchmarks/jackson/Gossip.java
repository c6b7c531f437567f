package org.hearsay.benchmarks.jackson;

import java.util.List;

/**
 * A line of gossip.
 *
 * @param src who sent it
 * @param dest whom it is for
 * @param body what it says
 */
public record Gossip(String src, String dest, Body body) {

  /**
   * Values, and whose.
   *
   * @param type always gossip
   * @param origin where the values began
   * @param first the number of the first of them
   * @param values the values
   */
  public record Body(String type, String origin, long first, List<Integer> values) {}
}
