package org.hearsay.cli.catalog;

import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.api.plugin.Trait;

/** Traits in words for users. */
final class TraitMeaning {

  private TraitMeaning() {}

  /** What a trait of any kind of plug-in promises. */
  static String of(Enum<?> trait) {
    if (trait instanceof OverlayTrait overlay) {
      return of(overlay);
    }
    return trait instanceof DetectorTrait detector ? of(detector) : of((Trait) trait);
  }

  private static String of(Trait trait) {
    return switch (trait) {
      case DELIVERS_TO_ALL -> "without faults every rumor reaches every node";
      case TOLERATES_LOSS -> "while links lose messages every rumor still reaches every node";
      case HEALS_PARTITIONS -> "rumors broadcast during a partition reach every node after it";
      case SURVIVES_RESTART -> "a node that lost its state learns again what others know";
      case QUIESCENT -> "when every node knows every rumor the nodes soon fall silent";
    };
  }

  private static String of(OverlayTrait trait) {
    return switch (trait) {
      case KNOWS_ALL -> "each node comes to know every other, from any one contact";
      case CONNECTS -> "the links of all nodes come to be one graph, from any one contact";
      case SYMMETRIC -> "who has a node as a neighbor comes to be its neighbor";
      case SURVIVES_FAILURES -> "when half of the nodes die at once, the others soon are one graph";
      case FORGETS -> "nodes that died are soon in nobody's view, and stay out of it";
      case BOUNDED -> "the number of neighbors does not grow with the cluster";
    };
  }

  private static String of(DetectorTrait trait) {
    return switch (trait) {
      case COMPLETE -> "who dies is soon down at each node that is linked to it";
      case ACCURATE -> "without faults nobody is ever down";
      case TOLERATES_LOSS -> "while links lose messages nobody alive is down";
      case SPARES_THE_HEALTHY -> "while some nodes are unresponsive, none of the others is down";
      case RECOVERS -> "after a partition everybody is soon up again";
      case FRUGAL -> "in a quiet cluster a node sends no more than one message a second";
    };
  }
}
