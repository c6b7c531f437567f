package org.hearsay.scenario.fault;

import java.util.Locale;
import org.hearsay.node.random.SeededRandom;

/** Which pairs of nodes cannot hear each other: one of the four kinds that Maelstrom makes. */
public final class Partition implements Cut {

  /** How the nodes are split. */
  public enum Kind {
    /** One node alone. */
    ONE,
    /** A third of the nodes, rounded down after leaving one out. */
    MINORITY_THIRD,
    /** Two halves. */
    MAJORITY,
    /** Every node sees a majority, each another: nobody is cut off, half the links are. */
    MAJORITIES_RING;

    /** As it is written: {@code minority-third}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final Cut cut;

  private Partition(Kind kind, Cut cut) {
    this.kind = kind;
    this.cut = cut;
  }

  /** A partition of a random kind. */
  public static Partition random(int count, SeededRandom random) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    return of(kind, count, random);
  }

  /** A partition of one kind. */
  public static Partition of(Kind kind, int count, SeededRandom random) {
    int[] order = random.permutation(count);
    return new Partition(
        kind,
        switch (kind) {
          case ONE -> Groups.two(order, 1);
          case MINORITY_THIRD -> Groups.two(order, (count - 1) / 3);
          case MAJORITY -> Groups.two(order, count / 2);
          case MAJORITIES_RING -> new Ring(order);
        });
  }

  /** How the nodes are split. */
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean cuts(int from, int to) {
    return cut.cuts(from, to);
  }

  @Override
  public String toString() {
    return "partition " + kind;
  }
}
