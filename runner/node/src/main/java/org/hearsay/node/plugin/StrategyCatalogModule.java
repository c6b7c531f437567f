package org.hearsay.node.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;

/** Installs plug-ins and binds the {@link StrategyCatalog} of what they add. */
public final class StrategyCatalogModule extends AbstractModule {
  private final List<StrategyModule> plugins;

  StrategyCatalogModule(List<StrategyModule> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  /** Of every plug-in on the class path. */
  public static StrategyCatalogModule ofClassPath() {
    return new StrategyCatalogModule(
        ServiceLoader.load(StrategyModule.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  @Override
  protected void configure() {
    MapBinder.newMapBinder(
        binder(), new TypeLiteral<String>() {}, new TypeLiteral<StrategyDescriptor<?, ?>>() {});
    plugins.forEach(this::install);
  }

  @Provides
  @Singleton
  StrategyCatalog catalog(Map<String, StrategyDescriptor<?, ?>> installed) {
    return new StrategyCatalog(installed);
  }
}
