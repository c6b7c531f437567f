package org.hearsay.api.plugin;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;

/**
 * A plug-in: the Guice module that adds one strategy to those installed.
 *
 * <p>A subclass is public, has a public constructor without parameters and is named in {@code
 * META-INF/services/org.hearsay.api.plugin.StrategyModule}. It can add nothing else to the program:
 * two modules with the same strategy name are refused when the program starts.
 *
 * <p>It binds its {@link StrategyDescriptor} under the strategy's name, and nothing that Guice
 * would have to read annotations for: a node is short of time as it starts.
 */
public abstract class StrategyModule implements Module {

  /** For subclasses. */
  protected StrategyModule() {}

  /** What this plug-in adds. Called once, when the program starts. */
  protected abstract StrategyDescriptor<?, ?> descriptor();

  @Override
  public final void configure(Binder binder) {
    StrategyDescriptor<?, ?> descriptor = descriptor();
    binder
        .bind(
            Key.get(new TypeLiteral<StrategyDescriptor<?, ?>>() {}, Names.named(descriptor.name())))
        .toInstance(descriptor);
  }
}
