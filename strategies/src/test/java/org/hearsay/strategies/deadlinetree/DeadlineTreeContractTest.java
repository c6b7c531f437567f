package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.testkit.StrategyContract;

/** Guards against breaking what every strategy must keep, and what this one promises. */
final class DeadlineTreeContractTest extends StrategyContract {

  @Override
  protected StrategyModule plugin() {
    return new DeadlineTreeModule();
  }
}
