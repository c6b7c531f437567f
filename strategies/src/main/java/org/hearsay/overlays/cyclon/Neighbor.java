package org.hearsay.overlays.cyclon;

/**
 * A node in a view.
 *
 * @param incarnation which life of it is meant
 * @param age how many shuffles ago it said itself that it is there
 */
record Neighbor(int node, long incarnation, int age) {

  /** The same a shuffle later. */
  Neighbor older() {
    return new Neighbor(node, incarnation, age + 1);
  }
}
