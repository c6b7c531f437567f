package org.hearsay.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.testkit.StrategyContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A strategy written outside keeps what it promises. */
final class GossipSubContractTest extends StrategyContract {
  @TempDir private static Path folder = Path.of("");
  private static URLClassLoader jar = new URLClassLoader(new URL[0]);

  @BeforeAll
  static void compileOnce() throws IOException {
    Path made = PluginJar.of(OutsideStrategyTest.GOSSIP_SUB, folder);
    jar = new URLClassLoader(new URL[] {made.toUri().toURL()});
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Override
  protected StrategyModule plugin() {
    return ServiceLoader.load(StrategyModule.class, jar).stream()
        .filter(plugin -> plugin.type().getClassLoader().equals(jar))
        .findFirst()
        .orElseThrow()
        .get();
  }
}
