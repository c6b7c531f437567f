package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.api.Test;

/** Guards against a README that shows what the program no longer prints. */
final class ReadmeTest {
  private static final Path README = Path.of("..", "..", "README.md");
  private static final Pattern SHOWN =
      Pattern.compile("```console\\n\\$ runner/bin/runner ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);

  private static final List<String> BUILT_IN =
      List.of(
          "deadline-tree",
          "delta-ack",
          "fanout",
          "flood",
          "full-state",
          "median-counter",
          "push-pull",
          "spanning-tree",
          "oracle");

  private record Example(String words, String output) {}

  private static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    Matcher shown = SHOWN.matcher(Files.readString(README));
    while (shown.find()) {
      examples.add(new Example(shown.group(1), shown.group(2)));
    }
    return examples;
  }

  /** The strategies that the README shows, whatever else a user has added. */
  private static StrategyModule[] builtIn() {
    return ServiceLoader.load(StrategyModule.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(plugin -> BUILT_IN.contains(StrategyCatalog.of(plugin).all().get(0).name()))
        .toArray(StrategyModule[]::new);
  }

  @Test
  void everyCommandShownPrintsWhatIsShown() throws IOException {
    assertFalse(examples().isEmpty());
    for (Example example : examples()) {
      assertEquals(
          example.output, Cli.with(builtIn(), example.words.split(" ")).out(), example.words);
    }
  }
}
