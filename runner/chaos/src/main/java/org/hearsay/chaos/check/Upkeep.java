package org.hearsay.chaos.check;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.plugin.Configured;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.scenario.text.Quantities;

/**
 * How many messages overlay and failure detector can be meant to send as long as a run lasts. Where
 * each node comes to know every other, that is a question and an answer in each period of theirs,
 * from everybody to everybody: in a large cluster more than any strategy sends. Elsewhere it is too
 * little to be reckoned with.
 *
 * @param perSecond how many in a second
 */
public record Upkeep(double perSecond) {
  /** Where there is nothing to be reckoned with. */
  public static final Upkeep NONE = new Upkeep(0);

  private static final int ASKED_AND_ANSWERED = 2;
  private static final double MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

  /** That of a cluster of so many nodes. */
  public static Upkeep of(ConfiguredMembership membership, int nodeCount) {
    if (!membership.knowsAll()) {
      return NONE;
    }
    double perPeriod = (double) ASKED_AND_ANSWERED * nodeCount * (nodeCount - 1);
    return new Upkeep(
        membership
            .parts()
            .mapToLong(Upkeep::periodMicros)
            .filter(micros -> micros > 0)
            .mapToDouble(micros -> perPeriod * MICROS_PER_SECOND / micros)
            .sum());
  }

  /** The first of its options that is a time, as is the custom; 0 if none is. */
  private static long periodMicros(Configured<?> part) {
    RecordComponent[] components = part.config().getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      if (components[i].getType() == Duration.class) {
        return Quantities.micros(part.options().get(i).value());
      }
    }
    return 0;
  }

  /** How many since the start of a run. */
  long messages(long micros) {
    return (long) (perSecond * micros / MICROS_PER_SECOND);
  }
}
