package org.hearsay.cli.newstrategy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.codec.KebabCase;
import org.hearsay.node.plugin.BadOptionException;

/**
 * A Maven project of a strategy that somebody begins to write.
 *
 * @param packageName of its classes
 * @param className of its strategy
 * @param launcher starts this program
 */
record StrategyProject(String packageName, String className, String launcher) {
  /** The class of its one message. */
  static final String MESSAGE = "Tell";

  /** A folder of their own: a compiler would take them for sources of this package. */
  private static final String TEMPLATES = "templates/";

  private static final String SERVICE =
      "src/main/resources/META-INF/services/org.hearsay.api.plugin.StrategyModule";

  /** What users call the strategy. */
  String strategyName() {
    return KebabCase.of(className);
  }

  /**
   * Writes it.
   *
   * @throws BadOptionException if there is something already, or it cannot be written
   */
  void writeTo(Path folder) {
    try {
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new BadOptionException(
            "--out=" + folder + " is there already, and not empty: name another folder");
      }
      for (Map.Entry<String, String> file : files().entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      throw new BadOptionException("Cannot write --out=" + folder + ": " + e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** The text of each file by its path. */
  Map<String, String> files() {
    String path = packageName.replace('.', '/');
    String main = "src/main/java/" + path + "/";
    String test = "src/test/java/" + path + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("README.md", filled("README.md"));
    files.put("pom.xml", filled("pom.xml"));
    files.put(main + className + ".java", filled("Strategy.java"));
    files.put(main + MESSAGE + ".java", filled("Tell.java"));
    files.put(main + className + "Config.java", filled("Config.java"));
    files.put(main + className + "Module.java", filled("Module.java"));
    files.put(SERVICE, packageName + "." + className + "Module\n");
    files.put(test + className + "ContractTest.java", filled("ContractTest.java"));
    return files;
  }

  private String filled(String template) {
    return template(template)
        .replace("@package@", packageName)
        .replace("@path@", packageName.replace('.', '/'))
        .replace("@Name@", className)
        .replace("@name@", strategyName())
        .replace("@runner@", launcher)
        .replace("@version@", Version.number());
  }

  private static String template(String name) {
    try (InputStream file = StrategyProject.class.getResourceAsStream(TEMPLATES + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of this program", e);
    }
  }
}
