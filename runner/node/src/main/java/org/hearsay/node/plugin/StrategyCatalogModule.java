package org.hearsay.node.plugin;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.hearsay.api.plugin.StrategyModule;

/** Installs plug-ins and binds the {@link StrategyCatalog} of what they add. */
public final class StrategyCatalogModule implements Module {
  private final List<StrategyModule> plugins;

  StrategyCatalogModule(List<StrategyModule> plugins) {
    this.plugins = List.copyOf(plugins);
  }

  /** Of every plug-in on the class path. */
  public static StrategyCatalogModule ofClassPath() {
    List<StrategyModule> found = new ArrayList<>();
    ServiceLoader.load(StrategyModule.class).forEach(found::add);
    return new StrategyCatalogModule(found);
  }

  @Override
  public void configure(Binder binder) {
    plugins.forEach(binder::install);
    Provider<Injector> injector = binder.getProvider(Injector.class);
    binder.bind(StrategyCatalog.class).toProvider(() -> StrategyCatalog.of(injector.get()));
  }
}
