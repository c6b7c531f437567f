package org.hearsay.node.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against plug-ins that fail with a stack trace, or are passed over in silence. */
final class PluginJarsTest {
  private static final String GOOD =
      """
      package own;
      import org.hearsay.api.*;
      import org.hearsay.api.plugin.*;
      public final class OwnModule extends StrategyModule {
        public record Tell(Rumors rumors) implements Message {}
        public record Config(@Option("how many") int many) {}
        @Override protected StrategyDescriptor<?, ?> descriptor() {
          return StrategyDescriptor.describe("own").spi(StrategyDescriptor.SPI_VERSION)
              .summary("Do nothing").paper("none").cost("nothing")
              .build(Tell.class, new Config(3), config -> new Strategy<Tell>() {
                @Override public void onBroadcast(Node<Tell> node, long rumor) {}
                @Override public void onMessage(Node<Tell> node, int from, Tell message) {}
              });
        }
      }
      """;

  @TempDir Path folder;

  private Path jar(String name, String source, String service) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src-" + name));
    Path classes = Files.createDirectories(folder.resolve("classes-" + name));
    Path file = Files.writeString(sources.resolve("OwnModule.java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed =
        compiler.run(
            null,
            null,
            null,
            "-d",
            classes.toString(),
            "-proc:none",
            "-cp",
            System.getProperty("java.class.path"),
            file.toString());
    assertEquals(0, failed, "the plug-in does not compile");
    Path jars = Files.createDirectories(folder.resolve("jars"));
    Path jar = jars.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        add(entries, classes.relativize(each).toString(), Files.readAllBytes(each));
      }
      if (!service.isEmpty()) {
        add(
            entries,
            "META-INF/services/org.hearsay.api.plugin.StrategyModule",
            service.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(bytes);
    jar.closeEntry();
  }

  private static StrategyCatalog catalog(Path place) {
    return Guice.createInjector(PluginsModule.withJars(place)).getInstance(StrategyCatalog.class);
  }

  private static void assertRefused(Path place, String... clauses) {
    BadOptionException refusal =
        assertThrows(BadOptionException.class, () -> PluginsModule.withJars(place));
    String sentence = String.valueOf(refusal.getMessage());
    for (String clause : clauses) {
      assertTrue(sentence.contains(clause), sentence);
    }
    assertFalse(sentence.contains("\n"), sentence);
  }

  @Test
  void aJarAndAFolderOfJarsAddTheirStrategies() throws IOException {
    Path jar = jar("own", GOOD, "own.OwnModule");
    for (Path place : List.of(jar, folder.resolve("jars"))) {
      ConfiguredStrategy<?, ?> own = catalog(place).parse("own:many=5");
      assertEquals("own:many=5", own.spec());
      assertEquals(List.of("--strategy=own:many=5", "--plugins=" + place), own.words());
      assertEquals(place, own.with("many", "6").place());
    }
  }

  @Test
  void whereThereIsNoJarOneIsAskedFor() throws IOException {
    assertRefused(folder.resolve("nowhere"), "There are no plug-ins at", "a folder of jars");
    assertRefused(folder, "There is no jar in", "mvn package");
    assertRefused(Files.writeString(folder.resolve("a.jar"), "no zip"), "a.jar is no jar");
  }

  @Test
  void aJarWithoutAModuleIsRefused() throws IOException {
    assertRefused(jar("bare", GOOD, ""), "bare.jar installs no strategy", "META-INF/services/");
    assertRefused(jar("lost", GOOD, "own.Missing"), "lost.jar cannot be loaded", "own.Missing");
    assertRefused(jar("tell", GOOD, "own.OwnModule$Tell"), "tell.jar cannot be loaded", "subtype");
  }

  @Test
  void aNameThatIsTakenIsRefused() throws IOException {
    jar("a", GOOD, "own.OwnModule");
    jar("b", GOOD, "own.OwnModule");
    assertRefused(folder.resolve("jars"), ") are called own", "a.jar", "b.jar", "another name");
  }

  @Test
  void aModuleThatFailsSaysHow() throws IOException {
    String failing =
        GOOD.replace(
            "return StrategyDescriptor",
            "if (true) throw new IllegalStateException(\"no luck\"); return StrategyDescriptor");
    assertRefused(jar("x", failing, "own.OwnModule"), "x.jar, own.OwnModule fails", "no luck");
    String shapeless = GOOD.replace(".paper(\"none\")", "");
    assertRefused(jar("y", shapeless, "own.OwnModule"), "Strategy own needs a summary, a paper");
  }

  @Test
  void anotherSpiIsRefused() throws IOException {
    String current = "StrategyDescriptor.SPI_VERSION";
    assertRefused(
        jar("old", GOOD.replace(current, "\"0.9.0\""), "own.OwnModule"),
        "is built with SPI 0.9.0",
        "build it again");
    assertRefused(
        jar("new", GOOD.replace(current, "\"1.999.0\""), "own.OwnModule"),
        "is built with SPI 1.999.0");
    assertRefused(
        jar("mute", GOOD.replace(".spi(" + current + ")", ""), "own.OwnModule"),
        "does not say which SPI",
        "add .spi(StrategyDescriptor.SPI_VERSION)");
  }

  @Test
  void anOptionOfAnotherTypeIsRefused() throws IOException {
    String text = GOOD.replace("int many", "String many").replace("Config(3)", "Config(\"x\")");
    assertRefused(
        jar("text", text, "own.OwnModule"),
        "no option can be a String many",
        "int, long, double, boolean, Duration or an enum");
  }
}
