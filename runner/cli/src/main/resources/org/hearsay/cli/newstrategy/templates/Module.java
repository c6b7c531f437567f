package @package@;

import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Installs {@code @name@}; {@code META-INF/services} names it, so that it is found. */
public final class @Name@Module extends StrategyModule {

  @Override
  protected StrategyDescriptor<?, ?> descriptor() {
    return StrategyDescriptor.describe("@name@")
        .spi(StrategyDescriptor.SPI_VERSION)
        .summary("Tell each new rumor to a few random neighbors, once")
        .paper("none")
        .cost("luck * n messages per broadcast")
        // What it promises, of all rumors and in all runs. The contract test tries to break it.
        .traits(Trait.QUIESCENT)
        .build(Tell.class, new @Name@Config(3), @Name@::new);
  }
}
