package org.hearsay.node.plugin;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.hearsay.api.plugin.StrategyModule;

/** Installs plug-ins and binds the {@link StrategyCatalog} of what they add. */
public final class StrategyCatalogModule implements Module {
  private final List<? extends Module> plugins;
  private final Map<String, Path> places;

  StrategyCatalogModule(List<StrategyModule> plugins) {
    this(plugins, Map.of());
  }

  private StrategyCatalogModule(List<? extends Module> plugins, Map<String, Path> places) {
    this.plugins = List.copyOf(plugins);
    this.places = Map.copyOf(places);
  }

  /** Of every plug-in on the class path. */
  public static StrategyCatalogModule ofClassPath() {
    return new StrategyCatalogModule(onClassPath());
  }

  private static List<StrategyModule> onClassPath() {
    List<StrategyModule> found = new ArrayList<>();
    ServiceLoader.load(StrategyModule.class).forEach(found::add);
    return found;
  }

  /**
   * The same, and of every plug-in in jars.
   *
   * @param place a jar, or a folder of jars
   * @throws BadOptionException saying what is wrong with which jar, and what to do about it
   */
  public static StrategyCatalogModule withJars(Path place) {
    List<Module> modules = new ArrayList<>(onClassPath());
    Map<String, String> owners = new HashMap<>();
    StrategyCatalog.ofClassPath().all().forEach(built -> owners.put(built.name(), "this program"));
    Map<String, Path> places = new HashMap<>();
    for (PluginJars.Installed plugin : PluginJars.in(place)) {
      String name = plugin.descriptor().name();
      String owner = owners.put(name, plugin.jar().toString());
      if (owner != null) {
        throw new BadOptionException(
            "Two strategies are called "
                + name
                + ", in "
                + owner
                + " and in "
                + plugin.jar()
                + ": give one of them another name");
      }
      modules.add(plugin.module());
      places.put(name, place.toAbsolutePath().normalize());
    }
    return new StrategyCatalogModule(modules, places);
  }

  @Override
  public void configure(Binder binder) {
    plugins.forEach(binder::install);
    Provider<Injector> injector = binder.getProvider(Injector.class);
    binder.bind(StrategyCatalog.class).toProvider(() -> StrategyCatalog.of(injector.get(), places));
  }
}
