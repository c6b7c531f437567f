package org.hearsay.api.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;

/**
 * A plug-in: the Guice module that adds one strategy to those installed.
 *
 * <p>A subclass is public, has a public constructor without parameters and is named in {@code
 * META-INF/services/org.hearsay.api.plugin.StrategyModule}. It can add nothing else to the program:
 * two modules with the same strategy name are refused when the program starts.
 */
public abstract class StrategyModule extends AbstractModule {

  /** For subclasses. */
  protected StrategyModule() {}

  /** What this plug-in adds. Called once, when the program starts. */
  protected abstract StrategyDescriptor<?, ?> descriptor();

  @Override
  protected final void configure() {
    StrategyDescriptor<?, ?> descriptor = descriptor();
    MapBinder.newMapBinder(
            binder(), new TypeLiteral<String>() {}, new TypeLiteral<StrategyDescriptor<?, ?>>() {})
        .addBinding(descriptor.name())
        .toInstance(descriptor);
  }
}
