package org.hearsay.chaos.draw;

import java.time.Duration;
import java.util.List;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;

/**
 * Draws what is around a strategy, and how a cluster forms where there is something. It does not
 * change what else is drawn.
 */
final class MembershipDrawing {
  private static final long STREAM = -6;
  private static final int MOST_CONTACTS = 3;
  private static final int LONGEST_JOIN_MILLIS = 200;
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private final ConfiguredMembership drawn;
  private final Settings.Formation formation;

  MembershipDrawing(long seed, List<ConfiguredMembership> surroundings) {
    SeededRandom random = new SeededRandom(seed, STREAM);
    drawn =
        surroundings
            .get(random.nextInt(surroundings.size()))
            .withContacts(random.nextInt(MOST_CONTACTS + 1));
    Duration joinInterval = Duration.ofMillis(random.nextInt(LONGEST_JOIN_MILLIS));
    formation =
        drawn.isNone() || random.nextBoolean()
            ? Settings.Formation.AT_ONCE
            : new Settings.Formation(joinInterval, SETTLE);
  }

  /** A strategy with that around it, unless it cannot work there. */
  ConfiguredStrategy<?, ?> draw(ConfiguredStrategy<?, ?> strategy) {
    try {
      return strategy.within(drawn);
    } catch (BadOptionException e) {
      return strategy;
    }
  }

  Settings.Shape form(Settings.Shape shape) {
    return new Settings.Shape(shape.nodeCount(), shape.topology(), formation);
  }
}
