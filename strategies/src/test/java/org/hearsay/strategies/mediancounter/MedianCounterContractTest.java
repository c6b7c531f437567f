package org.hearsay.strategies.mediancounter;

import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.testkit.StrategyContract;

/** Guards against breaking what every strategy must keep, and what this one promises. */
final class MedianCounterContractTest extends StrategyContract {

  @Override
  protected StrategyModule plugin() {
    return new MedianCounterModule();
  }
}
