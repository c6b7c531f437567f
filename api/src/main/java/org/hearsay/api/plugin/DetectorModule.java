package org.hearsay.api.plugin;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.name.Names;

/**
 * A plug-in: the Guice module that adds one failure detector to those installed.
 *
 * <p>What holds of a {@link StrategyModule} holds here. It is named in {@code
 * META-INF/services/org.hearsay.api.plugin.DetectorModule}.
 */
public abstract class DetectorModule implements Module {

  /** For subclasses. */
  protected DetectorModule() {}

  /** What this plug-in adds. Called once, when the program starts. */
  protected abstract DetectorDescriptor<?, ?> descriptor();

  @Override
  public final void configure(Binder binder) {
    DetectorDescriptor<?, ?> descriptor = descriptor();
    binder
        .bind(
            Key.get(new TypeLiteral<DetectorDescriptor<?, ?>>() {}, Names.named(descriptor.name())))
        .toInstance(descriptor);
  }
}
