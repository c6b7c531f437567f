package org.hearsay.node.plugin;

import com.google.inject.Binding;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.api.plugin.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/** The plug-ins of one kind that are installed, by name. */
final class Catalog<D extends PluginDescriptor<?, ?, ?>> {
  private final String kind;
  private final Map<String, D> installed = new TreeMap<>();

  /** Where those come from that are not built in. */
  private final Map<String, Path> places;

  /** What a user's words choose: a plug-in, and {@code key=value} pairs. */
  record Chosen<D>(D descriptor, List<String> words) {}

  /**
   * A catalog of all plug-ins of a kind that a program binds.
   *
   * @param kind what users call the kind
   * @param type under what they are bound
   */
  Catalog(String kind, Injector injector, TypeLiteral<D> type, Map<String, Path> places) {
    this.kind = kind;
    this.places = places;
    for (Binding<D> binding : injector.findBindingsByType(type)) {
      D descriptor = binding.getProvider().get();
      installed.put(descriptor.name(), descriptor);
    }
  }

  /** All of them, in order of name, but bounds last. */
  List<D> all() {
    return installed.values().stream()
        .sorted(Comparator.comparing(PluginDescriptor::isBound))
        .toList();
  }

  /**
   * The one with that name.
   *
   * @throws BadOptionException if there is none
   */
  D find(String name) {
    D found = installed.get(name);
    if (found == null) {
      throw new BadOptionException(
          "There is no "
              + kind
              + " \""
              + name
              + "\", "
              + Suggestions.didYouMean(name, installed.keySet(), "installed"));
    }
    return found;
  }

  /** The place that a plug-in comes from; null if it is built in. */
  @Nullable Path place(PluginDescriptor<?, ?, ?> plugin) {
    return places.get(key(plugin));
  }

  /** What no two plug-ins have in common: kinds may have plug-ins of the same name. */
  static String key(PluginDescriptor<?, ?, ?> plugin) {
    return plugin.kind() + " " + plugin.name();
  }

  /**
   * What {@code name} or {@code name:key=value,key=value} chooses.
   *
   * @throws BadOptionException if there is no such plug-in
   */
  Chosen<D> choose(String spec) {
    int colon = spec.indexOf(':');
    D descriptor = find(colon < 0 ? spec : spec.substring(0, colon));
    String options = colon < 0 ? "" : spec.substring(colon + 1);
    return new Chosen<>(
        descriptor, options.isEmpty() ? List.of() : List.of(options.split(",", -1)));
  }
}
