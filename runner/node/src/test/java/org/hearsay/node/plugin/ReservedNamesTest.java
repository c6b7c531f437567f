package org.hearsay.node.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.codec.MessageNames;
import org.hearsay.node.guarantee.Guarantees;
import org.junit.jupiter.api.Test;

/** Guards against a message of a strategy that is taken for one of the runtime's. */
final class ReservedNamesTest {
  private static final Guarantees ALL =
      GuaranteeWords.parse("data,retain=1s,order=causal,flow,trail");

  /** As the runtime calls one of its messages that keep causal order. */
  record After(int step) implements Message {}

  record Config() {}

  private static ConfiguredStrategy<?, ?> steps() {
    return ConfiguredStrategy.withDefaults(
        StrategyDescriptor.describe("steps")
            .summary("One step after another")
            .paper("none")
            .cost("a message a step")
            .build(After.class, new Config(), config -> fail("nobody runs it")));
  }

  @Test
  void aStrategyWithOneOfTheRuntimesNamesIsRefusedWhereThatIsNeeded() {
    assertEquals(
        "Strategy steps calls a message after, as the runtime does one of those that keep a"
            + " guarantee: give its record After another name",
        assertThrows(BadOptionException.class, () -> steps().guaranteeing(ALL)).getMessage());
  }

  @Test
  void itRunsWhereNobodyNeedsTheName() {
    Guarantees fifo = GuaranteeWords.parse("order=fifo");
    assertEquals(fifo, steps().guaranteeing(fifo).guarantees());
    assertEquals(Guarantees.NONE, steps().guaranteeing(Guarantees.NONE).guarantees());
  }

  @Test
  void theNamesAreThoseThatAuthorsAreToldOf() throws IOException {
    String readme = Files.readString(Path.of("..", "..", "api", "README.md"));
    Matcher told =
        Pattern.compile("these message names are the runtime's: ([^.]*)\\.").matcher(readme);
    assertTrue(told.find());
    List<String> names =
        Pattern.compile("`([a-z-]+)`")
            .matcher(told.group(1))
            .results()
            .map(each -> each.group(1))
            .toList();
    assertEquals(ALL.messageTypes().stream().map(MessageNames::of).sorted().toList(), names);
  }
}
