package org.hearsay.api.plugin;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;

/**
 * A plug-in: the Guice module that adds one overlay to those installed.
 *
 * <p>What holds of a {@link StrategyModule} holds here. It is named in {@code
 * META-INF/services/org.hearsay.api.plugin.OverlayModule}.
 */
public abstract class OverlayModule implements Module {

  /** For subclasses. */
  protected OverlayModule() {}

  /** What this plug-in adds. Called once, when the program starts. */
  protected abstract OverlayDescriptor<?, ?> descriptor();

  @Override
  public final void configure(Binder binder) {
    OverlayDescriptor<?, ?> descriptor = descriptor();
    binder
        .bind(
            Key.get(new TypeLiteral<OverlayDescriptor<?, ?>>() {}, Names.named(descriptor.name())))
        .toInstance(descriptor);
  }
}
