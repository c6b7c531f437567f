package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against a project that does not compile, and a jar that is not taken. */
final class NewStrategyTest {
  @TempDir Path folder;

  @Test
  void theProjectCompilesAndItsJarRunsInEveryCommand() throws IOException {
    Path project = folder.resolve("rumor");
    Cli made = Cli.run("new-strategy", "org.example.LuckyRumor", "--out=" + project);
    assertEquals(0, made.status(), made.err());
    String jar = jar(project).toString();
    assertTrue(run("strategies", "--plugins=" + jar).contains("lucky-rumor "));
    String one =
        run("simulate", "--strategy=lucky-rumor:luck=4", "--time-limit=2", "--plugins", jar);
    assertTrue(one.contains("--strategy=lucky-rumor:luck=4 --plugins=" + jar + " --node-"), one);
    assertTrue(
        run("compare", "--strategies=flood,lucky-rumor", "--time-limit=2", "--plugins=" + jar)
            .contains("\n  lucky-rumor "));
    assertTrue(
        run("chaos", "--strategy=lucky-rumor", "--seeds=5", "--plugins=" + jar)
            .contains("No run broke a law."));
    String reply = run("--strategy=lucky-rumor", "--plugins=" + jar);
    assertTrue(reply.contains("\"init_ok\""), reply);
  }

  private static String run(String... args) {
    String init =
        "{\"src\":\"c1\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"msg_id\":1,\"node_id\":\"n0\","
            + "\"node_ids\":[\"n0\"]}}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new ByteArrayInputStream(init.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int status = Main.run(console, null, args);
    assertEquals(0, status, err.toString(StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What Maven would make of a project. */
  private Path jar(Path project) throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> words =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    try (Stream<Path> sources = Files.walk(project.resolve("src/main/java"))) {
      sources.filter(Files::isRegularFile).map(Path::toString).forEach(words::add);
    }
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)));
    Path jar = folder.resolve("lucky.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      addAll(entries, classes);
      addAll(entries, project.resolve("src/main/resources"));
    }
    return jar;
  }

  private static void addAll(JarOutputStream jar, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
        jar.write(Files.readAllBytes(file));
        jar.closeEntry();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Rumor | Name a class with its package, as in org.example.Rumor, not \"Rumor\"",
        "org.example.rumor | Name a class with its package",
        "org.class.Rumor | Name a class with its package",
        "org.example.Flood | There is a strategy flood already",
        "org.example.Tell | The message will be called Tell"
      })
  void aNameThatCannotBeIsRefused(String type, String sentence) {
    assertRefused(sentence, "new-strategy", type, "--out=" + folder.resolve("x"));
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("mine"), "");
    assertRefused("is there already", "new-strategy", "org.example.Rumor", "--out=" + folder);
  }

  private static void assertRefused(String sentence, String... args) {
    Cli cli = Cli.run(args);
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().contains(sentence), cli.err());
  }
}
