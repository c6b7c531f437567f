package @package@;

import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.testkit.StrategyContract;

/** Tries every promise in many runs, and whether each that is not made is broken in some. */
class @Name@ContractTest extends StrategyContract {
  @Override
  protected StrategyModule plugin() {
    return new @Name@Module();
  }
}
