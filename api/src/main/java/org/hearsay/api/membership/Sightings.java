package org.hearsay.api.membership;

import java.util.Arrays;

/**
 * What is said of some nodes: of each which life of it is meant, and one number more whose meaning
 * is that of the message, such as an age or a state. An immutable sequence.
 */
public final class Sightings {
  /** The empty sequence. */
  public static final Sightings NONE = new Sightings(new int[0], new long[0], new long[0]);

  private final int[] nodes;
  private final long[] incarnations;
  private final long[] notes;

  private Sightings(int[] nodes, long[] incarnations, long[] notes) {
    this.nodes = nodes;
    this.incarnations = incarnations;
    this.notes = notes;
  }

  /** A builder, empty. */
  public static Builder builder() {
    return new Builder();
  }

  /** How many nodes are spoken of, one twice where it is. */
  public int size() {
    return nodes.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return nodes.length == 0;
  }

  /** The node at an index. */
  public int node(int index) {
    return nodes[index];
  }

  /** The life of the node at an index. */
  public long incarnation(int index) {
    return incarnations[index];
  }

  /** What more is said of the node at an index. */
  public long note(int index) {
    return notes[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sightings that
        && Arrays.equals(nodes, that.nodes)
        && Arrays.equals(incarnations, that.incarnations)
        && Arrays.equals(notes, that.notes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(nodes) + Arrays.hashCode(incarnations))
        + Arrays.hashCode(notes);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < nodes.length; i++) {
      text.append(i == 0 ? "" : ", ")
          .append("n")
          .append(nodes[i])
          .append("/")
          .append(incarnations[i])
          .append(": ")
          .append(notes[i]);
    }
    return text.append("]").toString();
  }

  /** Gathers sightings. */
  public static final class Builder {
    private int[] nodes = new int[8];
    private long[] incarnations = new long[8];
    private long[] notes = new long[8];
    private int size;

    private Builder() {}

    /** Adds what is said of a node. */
    public Builder add(int node, long incarnation, long note) {
      if (size == nodes.length) {
        nodes = Arrays.copyOf(nodes, 2 * size);
        incarnations = Arrays.copyOf(incarnations, 2 * size);
        notes = Arrays.copyOf(notes, 2 * size);
      }
      nodes[size] = node;
      incarnations[size] = incarnation;
      notes[size++] = note;
      return this;
    }

    /** How many were added. */
    public int size() {
      return size;
    }

    /** The sequence of all that were added. */
    public Sightings build() {
      return size == 0
          ? NONE
          : new Sightings(
              Arrays.copyOf(nodes, size),
              Arrays.copyOf(incarnations, size),
              Arrays.copyOf(notes, size));
    }
  }
}
