package org.hearsay.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.drive.DataPlace;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.node.plugin.PluginsModule;
import org.hearsay.node.plugin.StrategyCatalog;

/**
 * Starts one node of each strategy on the same lines, so that the JVM can see which classes nodes
 * load: {@code runner/bin/runner} makes the class archive of them.
 */
public final class Training {

  private Training() {}

  /** Feeds the lines on standard input to one node after the other. */
  public static void main(String[] args) throws IOException {
    byte[] lines = System.in.readAllBytes();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    StrategyCatalog catalog = StrategyCatalog.ofClassPath();
    for (StrategyDescriptor<?, ?> strategy : catalog.all()) {
      run(lines, nowhere, "--strategy=" + strategy.name());
    }
    try (DataPlace data = DataPlace.of("")) {
      run(
          lines,
          nowhere,
          "--strategy=" + catalog.all().iterator().next().name(),
          GuaranteeOptions.DATA + "=" + data.folder());
    }
  }

  private static void run(byte[] lines, PrintStream nowhere, String... words) {
    Main.run(
        PluginsModule.ofClassPath(),
        new Console(new ByteArrayInputStream(lines), nowhere, nowhere, false),
        words);
  }
}
