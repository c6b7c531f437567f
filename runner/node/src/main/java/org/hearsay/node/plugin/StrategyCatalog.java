package org.hearsay.node.plugin;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;

/** The strategies that are installed, by name. */
public final class StrategyCatalog {
  private final Catalog<StrategyDescriptor<?, ?>> strategies;

  /** A catalog of every strategy that a program binds. */
  StrategyCatalog(Injector injector, Map<String, Path> places) {
    strategies = new Catalog<>("strategy", injector, new TypeLiteral<>() {}, places);
  }

  /** A catalog of every plug-in on the class path. */
  public static StrategyCatalog ofClassPath() {
    return of(PluginsModule.ofClassPath());
  }

  /** A catalog of just the given plug-ins, for tests. */
  public static StrategyCatalog of(StrategyModule... plugins) {
    return of(new PluginsModule(Arrays.asList(plugins)));
  }

  private static StrategyCatalog of(PluginsModule module) {
    return Guice.createInjector(module).getInstance(StrategyCatalog.class);
  }

  /** All of them, in order of name, but bounds last. */
  public List<StrategyDescriptor<?, ?>> all() {
    return strategies.all();
  }

  /** Those that are there to hold others against. */
  public List<StrategyDescriptor<?, ?>> bounds() {
    return all().stream().filter(StrategyDescriptor::isBound).toList();
  }

  /**
   * The strategy with that name.
   *
   * @throws BadOptionException if there is none
   */
  public StrategyDescriptor<?, ?> find(String name) {
    return strategies.find(name);
  }

  /**
   * A strategy with its options, as {@code name} or {@code name:key=value,key=value}.
   *
   * @throws BadOptionException if there is no such strategy, option or value
   */
  public ConfiguredStrategy<?, ?> parse(String spec) {
    Catalog.Chosen<StrategyDescriptor<?, ?>> chosen = strategies.choose(spec);
    return configured(chosen.descriptor(), chosen.words());
  }

  private <C extends Record, M extends Message> ConfiguredStrategy<C, M> configured(
      StrategyDescriptor<C, M> descriptor, List<String> words) {
    return ConfiguredStrategy.with(descriptor, words).from(strategies.place(descriptor));
  }

  /** Every strategy as it comes, in the order of {@link #all}. */
  public List<ConfiguredStrategy<?, ?>> allWithDefaults() {
    List<ConfiguredStrategy<?, ?>> strategies = new ArrayList<>();
    all().forEach(descriptor -> strategies.add(configured(descriptor, List.of())));
    return strategies;
  }

  /**
   * Several strategies, {@code a,b:key=value|value,key=value,c}.
   *
   * @throws BadOptionException if there is no such strategy, option or value, or none is named
   */
  public List<ConfiguredStrategy<?, ?>> parseList(String specs) {
    List<ConfiguredStrategy<?, ?>> strategies = new ArrayList<>();
    SpecList.split(specs).forEach(spec -> strategies.add(parse(spec)));
    return strategies;
  }
}
