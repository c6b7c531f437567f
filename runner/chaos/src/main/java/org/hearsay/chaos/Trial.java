package org.hearsay.chaos;

import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.Settings;

/**
 * A run to be made and judged.
 *
 * @param strategy of what
 * @param settings under which conditions, the seed among them
 */
public record Trial(ConfiguredStrategy<?, ?> strategy, Settings settings) {

  /** The same under other conditions. */
  public Trial with(Settings other) {
    return new Trial(strategy, other);
  }

  /** The same with other options. */
  public Trial with(ConfiguredStrategy<?, ?> other) {
    return new Trial(other, settings);
  }

  /** What makes the run again and judges it. */
  public String command() {
    return ReplayCommand.of(strategy, settings);
  }
}
