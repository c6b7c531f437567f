package org.hearsay.cli;

import org.hearsay.api.plugin.Trait;

/** Traits in words for users. */
final class TraitMeaning {

  private TraitMeaning() {}

  static String of(Trait trait) {
    return trait.name()
        + ": "
        + switch (trait) {
          case DELIVERS_TO_ALL -> "without faults every rumor reaches every node";
          case TOLERATES_LOSS -> "while links lose messages every rumor still reaches every node";
          case HEALS_PARTITIONS -> "rumors broadcast during a partition reach every node after it";
          case SURVIVES_RESTART -> "a node that lost its state learns again what others know";
          case QUIESCENT -> "when every node knows every rumor the nodes soon fall silent";
        };
  }
}
