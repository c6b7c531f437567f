package org.hearsay.scenario.fault;

/** Nodes that hear those of their own group alone. */
final class Groups implements Cut {
  private final int[] groups;

  private Groups(int[] groups) {
    this.groups = groups;
  }

  /** Two groups: the first so many in an order, and the rest. */
  static Groups two(int[] order, int first) {
    int[] groups = new int[order.length];
    for (int i = first; i < order.length; i++) {
      groups[order[i]] = 1;
    }
    return new Groups(groups);
  }

  /** Groups of equal size, or of one node more. */
  static Groups equal(int[] order, int count) {
    int[] groups = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      groups[order[i]] = i % count;
    }
    return new Groups(groups);
  }

  @Override
  public boolean cuts(int from, int to) {
    return groups[from] != groups[to];
  }
}
