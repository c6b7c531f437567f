package org.hearsay.node.plugin;

import com.google.inject.Module;
import com.google.inject.spi.DefaultElementVisitor;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.InstanceBinding;
import com.google.inject.spi.Message;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hearsay.api.plugin.PluginDescriptor;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Plug-ins in jars that are not part of this program. Each jar has its own class loader and holds
 * all that it needs besides the SPI. Plug-ins are trusted: they can do whatever the program can.
 */
final class PluginJars {
  private static final String JAR = ".jar";

  /** What a jar adds, and the module that does it. */
  record Installed(
      Path jar, PluginKind kind, PluginDescriptor<?, ?, ?> descriptor, Module module) {}

  private PluginJars() {}

  /**
   * What a place adds.
   *
   * @param place a jar, or a folder of jars
   * @throws BadOptionException saying what is wrong with which jar, and what to do about it
   */
  static List<Installed> in(Path place) {
    List<Installed> installed = new ArrayList<>();
    for (Path jar : jars(place)) {
      installed.addAll(of(jar));
    }
    return installed;
  }

  private static List<Path> jars(Path place) {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      List<Path> jars =
          files.filter(file -> file.getFileName().toString().endsWith(JAR)).sorted().toList();
      if (jars.isEmpty()) {
        throw new BadOptionException(
            "There is no jar in " + place + ": build the plug-in (mvn package) and name its jar");
      }
      return jars;
    } catch (IOException e) {
      throw new BadOptionException(
          "There are no plug-ins at " + place + ": name a jar, or a folder of jars");
    }
  }

  private static List<Installed> of(Path jar) {
    ClassLoader loader = loader(jar);
    List<PluginKind> kinds = kinds(jar);
    if (kinds.isEmpty()) {
      throw new BadOptionException(
          jar
              + " installs no strategy: name its StrategyModule in "
              + PluginKind.STRATEGY.service()
              + " (or its OverlayModule or DetectorModule likewise), or put the jar elsewhere");
    }
    List<Installed> installed = new ArrayList<>();
    try {
      for (PluginKind kind : kinds) {
        kind.providers(loader)
            .filter(provider -> provider.type().getClassLoader() == loader)
            .forEach(provider -> installed.add(installed(jar, kind, provider.get())));
      }
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new BadOptionException(jar + " cannot be loaded: " + reason(e));
    }
    return installed;
  }

  /** The loader stays open: classes are loaded as they are needed. */
  @SuppressWarnings("BanClassLoader") // Loading code that is not part of the program is the point.
  private static ClassLoader loader(Path jar) {
    try {
      return new URLClassLoader(new URL[] {jar.toUri().toURL()}, PluginJars.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IllegalStateException("A path has a URL", e);
    }
  }

  /** The kinds of plug-ins that a jar says it has. */
  private static List<PluginKind> kinds(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      return Arrays.stream(PluginKind.values())
          .filter(kind -> file.getEntry(kind.service()) != null)
          .toList();
    } catch (IOException e) {
      throw new BadOptionException(jar + " is no jar: " + e.getMessage());
    }
  }

  private static Installed installed(Path jar, PluginKind kind, Module module) {
    String what = jar + ", " + module.getClass().getName();
    List<Element> elements = Elements.getElements(module);
    PluginDescriptor<?, ?, ?> descriptor = null;
    for (Element element : elements) {
      Optional<Message> failure = failure(element);
      if (failure.isPresent()) {
        throw new BadOptionException(what + " fails: " + reason(failure.get()));
      }
      descriptor = descriptor == null ? descriptor(element) : descriptor;
    }
    if (descriptor == null) {
      throw new BadOptionException(what + " adds nothing");
    }
    SpiVersion.check(what, descriptor.spiVersion());
    checkConfig(what, descriptor);
    return new Installed(jar, kind, descriptor, Elements.getModule(elements));
  }

  private static void checkConfig(String what, PluginDescriptor<?, ?, ?> descriptor) {
    Optional<String> unsupported = ConfigBinder.unsupported(descriptor.defaults().getClass());
    if (unsupported.isPresent()) {
      throw new BadOptionException(
          what
              + ": no option can be a "
              + unsupported.get()
              + "; options are int, long, double, boolean, Duration or an enum");
    }
  }

  private static Optional<Message> failure(Element element) {
    return element.acceptVisitor(
        new DefaultElementVisitor<Optional<Message>>() {
          @Override
          public Optional<Message> visit(Message message) {
            return Optional.of(message);
          }

          @Override
          protected Optional<Message> visitOther(Element other) {
            return Optional.empty();
          }
        });
  }

  private static @Nullable PluginDescriptor<?, ?, ?> descriptor(Element element) {
    return element instanceof InstanceBinding<?> binding
            && binding.getInstance() instanceof PluginDescriptor<?, ?, ?> descriptor
        ? descriptor
        : null;
  }

  private static String reason(Message message) {
    Throwable cause = message.getCause();
    return cause == null ? message.getMessage() : reason(cause);
  }

  /** A failure in a line, with what it is if that may be another SPI. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause instanceof LinkageError || cause instanceof ClassNotFoundException
        ? cause
            + "; is it built against SPI "
            + StrategyDescriptor.SPI_VERSION
            + ", and does it hold all it needs?"
        : cause.toString();
  }
}
