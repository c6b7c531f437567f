package org.hearsay.strategies.flood;

import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.testkit.StrategyContract;

/** Guards against breaking what every strategy must keep, and what this one promises. */
final class FloodContractTest extends StrategyContract {

  @Override
  protected StrategyModule plugin() {
    return new FloodModule();
  }
}
