package org.hearsay.node.plugin;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearsay.api.plugin.PluginDescriptor;

/**
 * Installs plug-ins and binds the catalogs of what they add. Overlays and failure detectors are
 * loaded when somebody asks for their catalog: most nodes start without.
 */
public final class PluginsModule implements Module {
  private final List<? extends Module> strategies;
  private final Supplier<MembershipCatalog> membership;
  private final Map<String, Path> places;

  PluginsModule(List<? extends Module> strategies) {
    this(strategies, MembershipCatalog::ofClassPath, Map.of());
  }

  private PluginsModule(
      List<? extends Module> strategies,
      Supplier<MembershipCatalog> membership,
      Map<String, Path> places) {
    this.strategies = List.copyOf(strategies);
    this.membership = membership;
    this.places = Map.copyOf(places);
  }

  /** Of every plug-in on the class path. */
  public static PluginsModule ofClassPath() {
    return new PluginsModule(PluginKind.strategiesOnClassPath());
  }

  /**
   * The same, and of every plug-in in jars.
   *
   * @param place a jar, or a folder of jars
   * @throws BadOptionException saying what is wrong with which jar, and what to do about it
   */
  public static PluginsModule withJars(Path place) {
    List<PluginJars.Installed> plugins = PluginJars.in(place);
    requireOtherNames(plugins);
    List<Module> strategies = new ArrayList<>(PluginKind.strategiesOnClassPath());
    List<Module> others = new ArrayList<>();
    Map<String, Path> places = new HashMap<>();
    for (PluginJars.Installed plugin : plugins) {
      (plugin.kind() == PluginKind.STRATEGY ? strategies : others).add(plugin.module());
      places.put(Catalog.key(plugin.descriptor()), place.toAbsolutePath().normalize());
    }
    return new PluginsModule(
        strategies,
        () -> {
          others.addAll(PluginKind.membershipOnClassPath());
          return MembershipCatalog.of(others, places);
        },
        places);
  }

  private static void requireOtherNames(List<PluginJars.Installed> plugins) {
    Map<String, String> owners = new HashMap<>();
    MembershipCatalog others = MembershipCatalog.ofClassPath();
    Stream.of(StrategyCatalog.ofClassPath().all(), others.overlays(), others.detectors())
        .flatMap(List::stream)
        .forEach(plugin -> owners.put(Catalog.key(plugin), "this program"));
    for (PluginJars.Installed plugin : plugins) {
      PluginDescriptor<?, ?, ?> descriptor = plugin.descriptor();
      String owner = owners.put(Catalog.key(descriptor), plugin.jar().toString());
      if (owner != null) {
        throw new BadOptionException(
            "Two plug-ins of one kind ("
                + descriptor.kind()
                + ") are called "
                + descriptor.name()
                + ", in "
                + owner
                + " and in "
                + plugin.jar()
                + ": give one of them another name");
      }
    }
  }

  @Override
  public void configure(Binder binder) {
    strategies.forEach(binder::install);
    Provider<Injector> injector = binder.getProvider(Injector.class);
    binder
        .bind(StrategyCatalog.class)
        .toProvider(() -> new StrategyCatalog(injector.get(), places));
    binder.bind(MembershipCatalog.class).toProvider(membership::get).in(Scopes.SINGLETON);
  }
}
