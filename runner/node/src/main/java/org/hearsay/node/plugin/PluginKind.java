package org.hearsay.node.plugin;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.StrategyModule;

/** A kind of plug-in: what its modules extend, by which they are found. */
enum PluginKind {
  STRATEGY(StrategyModule.class),
  OVERLAY(OverlayModule.class),
  DETECTOR(DetectorModule.class);

  private final Class<? extends Module> type;

  PluginKind(Class<? extends Module> type) {
    this.type = type;
  }

  /** What a module of this kind extends. */
  Class<? extends Module> type() {
    return type;
  }

  /** The entry of a jar that names its modules of this kind. */
  String service() {
    return "META-INF/services/" + type.getName();
  }

  /** The modules that a class loader finds, made as they are asked for. */
  Stream<ServiceLoader.Provider<? extends Module>> providers(ClassLoader loader) {
    return ServiceLoader.load(type, loader).stream().map(provider -> provider);
  }

  private Stream<Module> onClassPath() {
    return ServiceLoader.load(type).stream().map(ServiceLoader.Provider::get);
  }

  /** Every strategy's module on the class path. */
  static List<Module> strategiesOnClassPath() {
    return STRATEGY.onClassPath().toList();
  }

  /** Every overlay's and detector's module on the class path. */
  static List<Module> membershipOnClassPath() {
    List<Module> modules = new ArrayList<>();
    OVERLAY.onClassPath().forEach(modules::add);
    DETECTOR.onClassPath().forEach(modules::add);
    return modules;
  }
}
