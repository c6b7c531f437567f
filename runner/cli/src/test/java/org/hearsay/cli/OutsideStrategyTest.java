package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Guards against a kit with which nobody outside can write a strategy that runs everywhere. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class OutsideStrategyTest {
  static final Path GOSSIP_SUB = Path.of("src/test/resources/gossip-sub");
  private static final Path API = Path.of("../../api/README.md");
  private static final Pattern JAVA = Pattern.compile("```java\\n(package .*?)```", Pattern.DOTALL);

  @TempDir private static Path folder = Path.of("");
  private static String plugins = "";

  @BeforeAll
  static void compileOnce() throws IOException {
    plugins = "--plugins=" + PluginJar.of(GOSSIP_SUB, folder);
  }

  private static Cli run(String... words) {
    Cli cli =
        PluginJar.run(Stream.concat(Stream.of(words), Stream.of(plugins)).toArray(String[]::new));
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    return cli;
  }

  @Test
  void itIsShort() throws IOException {
    long lines = 0;
    try (Stream<Path> files = Files.walk(GOSSIP_SUB.resolve("src/main/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    assertTrue(lines <= 150, lines + " lines");
  }

  @Test
  void oneJarRunsInEveryWorld() throws IOException {
    String[] small = {
      "--strategy=gossip-sub", "--node-count=5", "--rate=20", "--time-limit=2", "--format=json"
    };
    Path records = folder.resolve("runs.ndjson");
    Cli faithful = run(words("simulate", small, "--out=" + records));
    Cli scale = run(words("simulate", small, "--world=scale"));
    assertEquals(
        faithful.record().metrics().messagesPerBroadcast(),
        scale.record().metrics().messagesPerBroadcast());
    Cli driven = run(words("drive", small, "--quiet=3", "--init-timeout=60", "--out=" + records));
    assertEquals("process", driven.record().world());
    assertEquals(true, driven.record().metrics().valid());
    String table = run("compare", "--strategies=flood,gossip-sub", "--time-limit=5").out();
    assertTrue(table.contains("Lost nothing in any scenario: gossip-sub.\n"), table);
    Path page = folder.resolve("report.html");
    run("report", records.toString(), "--out=" + page);
    assertTrue(Files.readString(page).contains("gossip-sub"));
    String reply = run("--strategy=gossip-sub").out();
    assertTrue(reply.contains("\"init_ok\""), reply);
  }

  private static String[] words(String command, String[] some, String... more) {
    return Stream.of(new String[] {command}, some, more).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void whatTheApiShowsIsAStrategy(@TempDir Path project) throws IOException {
    Matcher java = JAVA.matcher(Files.readString(API));
    assertTrue(java.find());
    String source = java.group(1);
    Files.createDirectories(project.resolve("src/main/java"));
    Files.writeString(project.resolve("src/main/java/ReconcileModule.java"), source);
    Path services =
        Files.createDirectories(project.resolve("src/main/resources/META-INF/services"));
    Files.writeString(
        services.resolve("org.hearsay.api.plugin.StrategyModule"), "org.example.ReconcileModule");
    Path jar = PluginJar.of(project, Files.createDirectories(project.resolve("target")));
    Cli cli =
        PluginJar.run("compare", "--strategies=reconcile", "--time-limit=5", "--plugins=" + jar);
    assertTrue(cli.out().contains("Lost nothing in any scenario: reconcile.\n"), cli.out());
  }
}
