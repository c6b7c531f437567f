package org.hearsay.node.plugin;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.jspecify.annotations.Nullable;

/** The overlays and failure detectors that are installed, by name. */
public final class MembershipCatalog {
  /** The overlay that is the world's topology and nothing more. */
  public static final String STATIC = "static";

  /** What users say for no failure detector. */
  public static final String NO_DETECTOR = "none";

  /** The failure detector of overlays that need one, where users name none. */
  public static final String USUAL_DETECTOR = "lifeguard";

  private final Catalog<OverlayDescriptor<?, ?>> overlays;
  private final Catalog<DetectorDescriptor<?, ?>> detectors;

  private MembershipCatalog(Injector injector, Map<String, Path> places) {
    overlays = new Catalog<>("overlay", injector, new TypeLiteral<>() {}, places);
    detectors = new Catalog<>("detector", injector, new TypeLiteral<>() {}, places);
  }

  /** A catalog of what modules bind. */
  static MembershipCatalog of(Iterable<? extends Module> modules, Map<String, Path> places) {
    return new MembershipCatalog(Guice.createInjector(modules), places);
  }

  /** A catalog of just the given plug-ins, for tests. */
  public static MembershipCatalog of(Module... plugins) {
    return of(Arrays.asList(plugins), Map.of());
  }

  /** A catalog of every plug-in on the class path. */
  public static MembershipCatalog ofClassPath() {
    return of(PluginKind.membershipOnClassPath(), Map.of());
  }

  /** All overlays, in order of name, but bounds last. */
  public List<OverlayDescriptor<?, ?>> overlays() {
    return overlays.all();
  }

  /** All failure detectors, in order of name, but bounds last. */
  public List<DetectorDescriptor<?, ?>> detectors() {
    return detectors.all();
  }

  /** One spec for each plug-in of several, in order; one empty spec for null. */
  public static List<String> specs(@Nullable String text) {
    return text == null ? List.of("") : SpecList.split(text);
  }

  /**
   * What is around a strategy, each as {@code name} or {@code name:key=value,key=value}.
   *
   * @param overlay null for {@value #STATIC}
   * @param detector null for {@value #NO_DETECTOR} with that overlay, and for {@value
   *     #USUAL_DETECTOR} with any other
   * @param contacts through how many nodes others may join, 0 for all
   * @throws BadOptionException if there is no such plug-in, option or value
   */
  public ConfiguredMembership parse(
      @Nullable String overlay, @Nullable String detector, int contacts) {
    ConfiguredMembership.requireContacts(contacts);
    boolean isStatic = overlay == null || overlay.equals(STATIC);
    String watcher = detector == null ? (isStatic ? NO_DETECTOR : USUAL_DETECTOR) : detector;
    if (isStatic && watcher.equals(NO_DETECTOR)) {
      return ConfiguredMembership.NONE;
    }
    return new ConfiguredMembership(
        overlay(overlay == null ? STATIC : overlay),
        watcher.equals(NO_DETECTOR) ? null : detector(watcher),
        contacts);
  }

  /**
   * An overlay, as {@code name} or {@code name:key=value,key=value}.
   *
   * @throws BadOptionException if there is no such overlay, option or value
   */
  public ConfiguredOverlay<?, ?> overlay(String spec) {
    Catalog.Chosen<OverlayDescriptor<?, ?>> chosen = overlays.choose(spec);
    return configured(chosen.descriptor(), chosen.words());
  }

  /**
   * A failure detector, likewise.
   *
   * @throws BadOptionException if there is no such detector, option or value
   */
  public ConfiguredDetector<?, ?> detector(String spec) {
    Catalog.Chosen<DetectorDescriptor<?, ?>> chosen = detectors.choose(spec);
    return configured(chosen.descriptor(), chosen.words());
  }

  private <C extends Record, M extends OverlayMessage> ConfiguredOverlay<C, M> configured(
      OverlayDescriptor<C, M> descriptor, List<String> words) {
    return ConfiguredOverlay.with(descriptor, words, overlays.place(descriptor));
  }

  private <C extends Record, M extends DetectorMessage> ConfiguredDetector<C, M> configured(
      DetectorDescriptor<C, M> descriptor, List<String> words) {
    return ConfiguredDetector.with(descriptor, words, detectors.place(descriptor));
  }
}
